import { getTranslations } from "next-intl/server";
import { ownConnections } from "@/app/(desk)/_shared/own-connections";
import { Banner } from "@/components/feedback/banner";
import type { Ctx } from "@/lib/context";

/** Says in words and colour whether what happens here is real. */
export async function EnvironmentBanner({ ctx }: { ctx: Ctx }) {
  const t = await getTranslations("common.banner");
  const found = (await ownConnections(ctx)).map((row) => row.environment);
  if (found.length === 0 || found.includes("production")) return null;
  return <Banner title={t(found.includes("sandbox") ? "sandbox" : "simulator")} />;
}
