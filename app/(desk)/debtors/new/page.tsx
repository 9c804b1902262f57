import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { oneParam, type SearchParams } from "@/app/(desk)/_shared/search-params";
import { createDebtorAction } from "@/app/(desk)/debtors/new/actions";
import { DebtorFields } from "@/app/(desk)/debtors/new/debtor-fields";
import { requireSignedIn } from "@/app/session";
import { ActionForm } from "@/components/form/action-form";
import { PageHead } from "@/components/layout/page-head";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("debtors.form");
  return { title: t("title") };
}

/** A person or a company to collect from. */
export default async function NewDebtorPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [{ ctx }, params, t] = await Promise.all([
    requireSignedIn(),
    searchParams,
    getTranslations("debtors.form"),
  ]);
  const wanted = params.for === "mandate" || params.for === "link" ? params.for : undefined;
  const hidden: Record<string, string> = { request_id: randomUUID() };
  for (const name of ["for", "agreement", "mandate", "draft"] as const) {
    const value = oneParam(params, name);
    if (wanted && value) hidden[name] = value;
  }
  return (
    <ActionForm action={createDebtorAction} hidden={hidden} className="flex flex-1 flex-col">
      <PageHead
        title={t("title")}
        note={t("note")}
        {...(wanted ? { lead: t(wanted === "link" ? "backLink" : "back") } : {})}
      />
      <DebtorFields
        off={!ctx.permissions.has("debtors.write")}
        given={{ name: oneParam(params, "name"), customer_number: oneParam(params, "customer_number") }}
      />
    </ActionForm>
  );
}
