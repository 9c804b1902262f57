import { notFound } from "next/navigation";
import { env } from "@/lib/env";

/** An empty page, served only for `npm run bench`: what everything else is measured against. */
export default async function BarePage() {
  if (!env().BENCH) notFound();
  return <main>bare</main>;
}
