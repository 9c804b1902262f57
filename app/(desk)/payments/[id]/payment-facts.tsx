import { useTranslations } from "next-intl";
import type { PaymentPage } from "@/app/(desk)/payments/[id]/load";
import { whereOf } from "@/app/(desk)/payments/new/mandate-words";
import { Amount } from "@/components/ui/amount";
import { Anchor } from "@/components/ui/anchor";
import { CopyText } from "@/components/ui/copy-text";
import { type Fact, Facts } from "@/components/ui/facts";
import { TestFlag } from "@/components/ui/test-flag";
import type { Ctx } from "@/lib/context";
import { formatMoney } from "@/lib/i18n/format";
import { type Reader, writer } from "@/lib/i18n/writer";
import { collectionMonth } from "@/lib/payments/schedule";
import { routes } from "@/lib/routes";

interface Props {
  ctx: Ctx;
  page: PaymentPage;
  reader: Reader;
}

/** The money with its dates, whom it is from, and the numbers by which others know it. */
export function PaymentFacts(props: Props) {
  const groups = [useMoney(props), useAbout(props), useNumbers(props)];
  return <Facts groups={groups.map((facts) => facts.filter((fact) => fact !== null))} />;
}

function useMoney({ page, reader }: Props): (Fact | null)[] {
  const t = useTranslations("payment.money");
  const { payment } = page;
  const write = writer(reader);
  const dated = (label: string, of: string | null) => (of ? { label, value: write.day(of) } : null);
  const month = collectionMonth(payment.window);
  const givenBack = payment.state === "chargeback";
  const waits = payment.state === "ready" || payment.state === "pending";
  return [
    {
      label: t("amount"),
      value: (
        <>
          <Amount {...formatMoney(payment, reader.locale)} /> {payment.test ? <TestFlag /> : null}
        </>
      ),
    },
    dated(t("requested"), payment.requested),
    payment.planned
      ? {
          label: t("planned"),
          value:
            payment.planned === payment.requested ? (
              write.day(payment.planned)
            ) : (
              <b>{write.day(payment.planned)}</b>
            ),
        }
      : null,
    dated(t("settled"), payment.settledOn),
    month && { label: t("window"), value: write.month(month) },
    waits && payment.cutoffAt ? { label: t("cutoff"), value: write.instant(payment.cutoffAt) } : null,
    // What was given back is not waited for any more.
    givenBack ? null : dated(t("reversible"), payment.reversibleUntil),
    givenBack ? null : dated(t("claim"), payment.claimUntil),
  ];
}

function useAbout({ ctx, page, reader }: Props): (Fact | null)[] {
  const t = useTranslations("payment.about");
  const { payment, mandate } = page;
  return [
    {
      label: t("debtor"),
      value: payment.debtorId ? (
        <Anchor href={routes.debtor(payment.debtorId)}>{payment.debtorName}</Anchor>
      ) : (
        t("nobody")
      ),
    },
    { label: t("customer"), value: payment.customerNumber },
    {
      label: t("mandate"),
      value: (
        <Anchor href={routes.mandate(payment.mandateId)}>
          {mandate.mandateNumber ?? whereOf(ctx, payment, reader.locale)}
        </Anchor>
      ),
    },
    page.agreement ? { label: t("agreement"), value: page.agreement } : null,
    page.despite
      ? {
          label: t("despite"),
          value: (
            <>
              {page.despite.reason} ({page.despite.by}){" "}
              {page.despite.besides ? (
                <Anchor href={routes.payment(page.despite.besides)}>{t("besides")}</Anchor>
              ) : null}
            </>
          ),
        }
      : null,
  ];
}

function useNumbers({ page }: Props): (Fact | null)[] {
  const t = useTranslations("payment.about");
  const { payment } = page;
  return [
    payment.text ? { label: t("text"), value: payment.text } : null,
    { label: t("reference"), value: <CopyText text={payment.reference} /> },
    payment.providerId ? { label: t("theirs"), value: <CopyText text={payment.providerId} /> } : null,
    payment.reference === payment.id ? null : { label: t("ours"), value: <CopyText text={payment.id} /> },
  ];
}
