import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { oneParam, type SearchParams } from "@/app/(desk)/_shared/search-params";
import { ChooseProvider } from "@/app/(desk)/connections/new/choose-provider";
import { ConnectionForm } from "@/app/(desk)/connections/new/connection-form";
import { readChoice } from "@/app/(desk)/connections/new/offers";
import { NotYours } from "@/app/(desk)/connections/not-yours";
import { requireSignedIn } from "@/app/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("connectionForms.choose");
  return { title: t("title") };
}

/** Another account at a provider: which one and where, then its form. */
export default async function NewConnectionPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [{ ctx }, params, t] = await Promise.all([
    requireSignedIn(),
    searchParams,
    getTranslations("connectionForms.choose"),
  ]);
  if (!ctx.permissions.has("connections.manage")) return <NotYours ctx={ctx} title={t("title")} />;
  const asked = { provider: oneParam(params, "provider"), environment: oneParam(params, "environment") };
  const choice = readChoice(ctx.providers, asked, ctx.clock.movable);
  return choice ? <ConnectionForm {...choice} /> : <ChooseProvider ctx={ctx} />;
}
