import { getTranslations } from "next-intl/server";
import type { DebtorView } from "@/app/(desk)/debtors/[id]/load";
import { RevealSecret } from "@/app/(desk)/debtors/[id]/reveal-secret";
import { Anchor } from "@/components/ui/anchor";
import { type Fact, Facts } from "@/components/ui/facts";
import type { Ctx } from "@/lib/context";
import { contactForm } from "@/lib/debtors/contact-form";
import { lastVerified } from "@/lib/debtors/verified";
import { formatDay } from "@/lib/i18n/format";
import { dayIn } from "@/lib/kernel/instant";
import { routes } from "@/lib/routes";

/** Who it is, masked; how to reach them; the accounts that mandates have told us, masked. */
export async function DebtorAside({
  ctx,
  view: { debtor, mandates, reader },
}: {
  ctx: Pick<Ctx, "permissions">;
  view: DebtorView;
}) {
  const t = await getTranslations("debtors");
  const { locale, zone, now } = reader;
  const seen = (at: Date) => formatDay(dayIn(at, zone), locale, { year: dayIn(now, zone) });
  const language = contactForm
    .find((field) => field.name === "language")
    ?.options?.find((one) => one.value === debtor.language)?.label[locale];
  const person: Fact[] = [
    { label: t("record.aside.kind"), value: t(`kind.${debtor.kind}`) },
    ...(debtor.identityMasked
      ? [
          {
            label: t(debtor.kind === "company" ? "record.aside.cvr" : "record.aside.cpr"),
            value:
              debtor.kind === "company" || !ctx.permissions.has("identity.reveal") ? (
                debtor.identityMasked
              ) : (
                <RevealSecret
                  debtorId={debtor.id}
                  masked={debtor.identityMasked}
                  label={t("record.aside.cpr")}
                />
              ),
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
    ...(language ? [{ label: t("record.aside.language"), value: language }] : []),
  ];
  const proven = lastVerified(
    debtor.accounts,
    mandates.map((one) => one.mandate),
  );
  const verified = (id: string) => {
    const at = proven.get(id);
    return at ? t("record.aside.verified", { day: seen(at) }) : t("record.aside.verifiedNot");
  };
  const accounts: Fact[] = debtor.accounts.map((account, index) => ({
    label: `${t(account.kind === "iban" ? "record.aside.iban" : "record.aside.account")}${debtor.accounts.length > 1 ? ` ${index + 1}` : ""}`,
    value: ctx.permissions.has("identity.reveal") ? (
      <RevealSecret
        debtorId={debtor.id}
        accountId={account.id}
        masked={account.masked}
        label={t(account.kind === "iban" ? "record.aside.iban" : "record.aside.account")}
      />
    ) : (
      account.masked
    ),
    note: [
      account.bank
        ? t("record.aside.seenAt", { bank: account.bank, day: seen(account.createdAt) })
        : t("record.aside.seen", { day: seen(account.createdAt) }),
      verified(account.id),
    ].join(". "),
  }));
  return (
    <>
      <Facts
        groups={[
          person,
          accounts.length > 0
            ? accounts
            : [{ label: t("record.aside.accounts"), value: t("record.aside.accountNone") }],
        ]}
      />
      {ctx.permissions.has("debtors.write") ? (
        <p className="aside-more">
          <Anchor href={routes.editDebtor(debtor.id)}>{t("edit.link")}</Anchor>
        </p>
      ) : null}
    </>
  );
}
