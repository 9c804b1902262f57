import { randomUUID } from "node:crypto";
import { and, asc, eq } from "drizzle-orm";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { buildRunAction } from "@/app/(desk)/runs/new/actions";
import { RunFields } from "@/app/(desk)/runs/new/run-fields";
import { requireSignedIn } from "@/app/session";
import { ActionForm } from "@/components/form/action-form";
import { PageHead } from "@/components/layout/page-head";
import { agreements } from "@/db/schema";
import type { Ctx } from "@/lib/context";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("newRun");
  return { title: t("title") };
}

/** A list of payments, read and judged; nothing is sent by it. */
export default async function NewRunPage() {
  const [{ ctx }, t] = await Promise.all([requireSignedIn(), getTranslations("newRun")]);
  return (
    <ActionForm
      action={buildRunAction}
      hidden={{ request_id: randomUUID() }}
      className="flex flex-1 flex-col"
    >
      <PageHead title={t("title")} note={t("note")} />
      <RunFields off={!ctx.permissions.has("runs.prepare")} agreements={await activeAgreements(ctx)} />
    </ActionForm>
  );
}

async function activeAgreements(ctx: Ctx): Promise<{ id: string; name: string; test: boolean }[]> {
  return ctx.db.read
    .select({ id: agreements.id, name: agreements.name, test: agreements.test })
    .from(agreements)
    .where(and(eq(agreements.creditorId, ctx.creditorId), eq(agreements.state, "active")))
    .orderBy(asc(agreements.name), asc(agreements.id))
    .limit(200);
}
