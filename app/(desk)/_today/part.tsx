import { randomUUID } from "node:crypto";
import { unstable_rethrow } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Problem } from "@/components/feedback/problem";
import { faultLine, log } from "@/lib/log";

/** One part of the page: when it cannot be fetched it says so in its place, and the others stay. */
export async function Part({ draw }: { draw: () => Promise<ReactNode> }) {
  const [t, drawn] = await Promise.all([getTranslations("today"), attempt(draw)]);
  return "node" in drawn ? (
    drawn.node
  ) : (
    <Problem kind="unknown" title={t("failed")} reference={drawn.reference} />
  );
}

async function attempt(draw: () => Promise<ReactNode>): Promise<{ node: ReactNode } | { reference: string }> {
  try {
    return { node: await draw() };
  } catch (error) {
    unstable_rethrow(error);
    const reference = randomUUID().slice(0, 8);
    log("error", "part of a page failed", { reference, fault: faultLine(error) });
    return { reference };
  }
}
