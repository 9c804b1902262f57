import { getTranslations } from "next-intl/server";
import { agreementNumbers } from "@/app/(desk)/_shared/agreement-numbers";
import { ConsentPack } from "@/app/(desk)/mandates/[id]/consent-pack";
import type { MandateView } from "@/app/(desk)/mandates/[id]/load";
import { Anchor } from "@/components/ui/anchor";
import { CopyText } from "@/components/ui/copy-text";
import { type Fact, Facts } from "@/components/ui/facts";
import { TestFlag } from "@/components/ui/test-flag";
import type { Ctx } from "@/lib/context";
import { agreementView } from "@/lib/mandates/agreement-view";
import { routes } from "@/lib/routes";

/** Whose it is, masked; for which creditor; under which numbers; and the proof of the consent. */
export async function MandateAside({
  ctx,
  view,
  creditor,
}: {
  ctx: Pick<Ctx, "permissions">;
  view: MandateView;
  creditor: string;
}) {
  const { mandate, agreement, provider, debtor, reader } = view;
  const t = await getTranslations("mandate.aside");
  const { locale } = reader;
  const scheme = provider.schemes.find((one) => one.code === mandate.scheme)?.label[locale] ?? mandate.scheme;
  const person: Fact[] = [
    {
      label: t("debtor"),
      value: debtor ? <Anchor href={routes.debtor(debtor.id)}>{debtor.name}</Anchor> : t("debtorNone"),
    },
    ...provider.mandateForm(agreementView(agreement)).flatMap((field) => {
      const masked = mandate.masked[field.name];
      if (!masked) return [];
      if (field.kind === "identity")
        return [{ label: t(`identity.${/^\d{8}$/.test(masked) ? "cvr" : "cpr"}`), value: masked }];
      const label = field.kind === "danish_account" ? t("account") : field.label[locale];
      return [{ label, value: masked }];
    }),
  ];
  const numbers: Fact[] = [
    { label: t("creditor"), value: creditor, note: mandate.test ? <TestFlag /> : undefined },
    {
      label: t("provider"),
      value: provider.label,
      note: scheme === provider.label ? undefined : scheme,
    },
    ...agreementNumbers(provider, agreement.values, locale),
    { label: t("customer"), value: mandate.customerNumber },
    { label: t("number"), value: mandate.mandateNumber ?? t("numberNone") },
    ...(mandate.requestKey && view.story.submissions.length > 0
      ? [
          {
            label: t("request"),
            value: <CopyText text={mandate.requestKey} shown={shown(mandate.requestKey)} />,
          },
        ]
      : []),
  ];
  return (
    <>
      <Facts groups={[person, numbers]} />
      <ConsentPack ctx={ctx} view={view} />
    </>
  );
}

/** `0b9f6c1e…7d8e`: its two ends tell a request from others. */
const shown = (key: string): string => `${key.slice(0, 8)}…${key.slice(-4)}`;
