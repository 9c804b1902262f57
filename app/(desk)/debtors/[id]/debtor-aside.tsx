import { getTranslations } from "next-intl/server";
import type { DebtorView } from "@/app/(desk)/debtors/[id]/load";
import { Anchor } from "@/components/ui/anchor";
import { type Fact, Facts } from "@/components/ui/facts";
import { formatDay } from "@/lib/i18n/format";
import { dayIn } from "@/lib/kernel/instant";

/** Who it is, masked; how to reach them; the accounts that mandates have told us, masked. */
export async function DebtorAside({ view: { debtor, reader } }: { view: DebtorView }) {
  const t = await getTranslations("debtors");
  const { locale, zone, now } = reader;
  const seen = (at: Date) => formatDay(dayIn(at, zone), locale, { year: dayIn(now, zone) });
  const person: Fact[] = [
    { label: t("record.aside.kind"), value: t(`kind.${debtor.kind}`) },
    ...(debtor.identityMasked
      ? [
          {
            label: t(debtor.kind === "company" ? "record.aside.cvr" : "record.aside.cpr"),
            value: debtor.identityMasked,
          },
        ]
      : []),
    { label: t("columns.customer"), value: debtor.customerNumber },
    ...(debtor.email
      ? [
          {
            label: t("record.aside.email"),
            value: <Anchor href={`mailto:${debtor.email}`}>{debtor.email}</Anchor>,
          },
        ]
      : []),
    ...(debtor.phone ? [{ label: t("record.aside.phone"), value: debtor.phone }] : []),
  ];
  const accounts: Fact[] = debtor.accounts.map((account, index) => ({
    label: `${t(account.kind === "iban" ? "record.aside.iban" : "record.aside.account")}${debtor.accounts.length > 1 ? ` ${index + 1}` : ""}`,
    value: account.masked,
    note: account.bank
      ? t("record.aside.seenAt", { bank: account.bank, day: seen(account.createdAt) })
      : t("record.aside.seen", { day: seen(account.createdAt) }),
  }));
  return (
    <Facts
      groups={[
        person,
        accounts.length > 0
          ? accounts
          : [{ label: t("record.aside.accounts"), value: t("record.aside.accountNone") }],
      ]}
    />
  );
}
