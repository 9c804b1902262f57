import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { oneParam, type SearchParams } from "@/app/(desk)/_shared/search-params";
import { ChooseMandate } from "@/app/(desk)/payments/new/choose-mandate";
import { NewPaymentForm } from "@/app/(desk)/payments/new/new-payment-form";
import { requireSignedIn } from "@/app/session";
import { Empty } from "@/components/feedback/empty";
import { PageHead } from "@/components/layout/page-head";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("newPayment");
  return { title: t("title") };
}

/** One payment: `?mandate=…` says whom to charge; `from=…` is a payment to collect again. */
export default async function NewPaymentPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [{ ctx }, params, t] = await Promise.all([
    requireSignedIn(),
    searchParams,
    getTranslations("newPayment"),
  ]);
  const text = (name: string) => oneParam(params, name) ?? "";
  if (!ctx.permissions.has("payments.create"))
    return (
      <>
        <PageHead title={t("title")} />
        <div className="px-7 max-wide:px-4">
          <Empty>{t("notYours")}</Empty>
        </div>
      </>
    );
  const mandateId = text("mandate");
  return mandateId === "" ? (
    <ChooseMandate ctx={ctx} words={text("q")} />
  ) : (
    <NewPaymentForm ctx={ctx} mandateId={mandateId} againId={text("from")} />
  );
}
