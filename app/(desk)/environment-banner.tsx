import { eq } from "drizzle-orm";
import { getTranslations } from "next-intl/server";
import { Banner } from "@/components/feedback/banner";
import { connections } from "@/db/schema";
import type { Ctx } from "@/lib/context";

/** Says in words and colour whether what happens here is real. */
export async function EnvironmentBanner({ ctx }: { ctx: Ctx }) {
  const t = await getTranslations("common.banner");
  const rows = await ctx.db.read
    .selectDistinct({ environment: connections.environment })
    .from(connections)
    .where(eq(connections.creditorId, ctx.creditorId));
  const found = rows.map((row) => row.environment);
  if (found.length === 0 || found.includes("production")) return null;
  return <Banner title={t(found.includes("sandbox") ? "sandbox" : "simulator")} />;
}
