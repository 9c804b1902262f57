import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "@/app/(desk)/_shared/search-params";
import { NewPaymentLink } from "@/app/(desk)/payments/new-payment-link";
import { PaymentFilters } from "@/app/(desk)/payments/payment-filters";
import { PaymentList } from "@/app/(desk)/payments/payment-list";
import { readWishes } from "@/app/(desk)/payments/wishes";
import { requireSignedIn } from "@/app/session";
import { PageHead } from "@/components/layout/page-head";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("payments");
  return { title: t("title") };
}

/** Every payment: where it stands, in which window it lands, until when it can come back. */
export default async function PaymentsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [{ ctx }, params, t] = await Promise.all([
    requireSignedIn(),
    searchParams,
    getTranslations("payments"),
  ]);
  const wishes = readWishes(params);
  return (
    <>
      <PageHead title={t("title")}>
        <NewPaymentLink ctx={ctx} />
      </PageHead>
      <PaymentFilters ctx={ctx} wishes={wishes} />
      <PaymentList ctx={ctx} wishes={wishes} />
    </>
  );
}
