import { getTranslations } from "next-intl/server";
import { debtorMarks } from "@/app/(desk)/_shared/debtor-marks";
import { nextWords } from "@/app/(desk)/_shared/next-words";
import type { DebtorView } from "@/app/(desk)/debtors/[id]/load";
import { RecordHead } from "@/components/record/record-head";
import type { Ctx } from "@/lib/context";
import { formatDay } from "@/lib/i18n/format";
import { dayIn } from "@/lib/kernel/instant";
import { routes } from "@/lib/routes";

/** Whether the debtor can be charged, as a sentence with the name in it. */
export async function DebtorHead({ ctx, view }: { ctx: Pick<Ctx, "providers">; view: DebtorView }) {
  const { debtor, standing, next, reader } = view;
  const { locale, zone, now } = reader;
  const [t, places] = await Promise.all([getTranslations("debtors.record"), getTranslations("nav.places")]);
  const provider = standing.code === "chargeable" ? (ctx.providers[standing.by.provider]?.label ?? "") : "";
  return (
    <RecordHead
      crumbs={[
        { label: places("debtors"), href: routes.debtors() },
        { label: `${debtor.name}, ${debtor.customerNumber}` },
      ]}
      mark={debtorMarks[standing.code]}
      sentence={t(standing.code, { name: debtor.name, provider })}
      lead={
        standing.code === "elsewhere"
          ? standing.says[locale]
          : t(`lead.${standing.code}`, { n: standing.code === "chargeable" ? standing.active : 0 })
      }
      facts={[
        { label: t("facts.customer"), value: debtor.customerNumber },
        {
          label: t("facts.next"),
          value: next ? await nextWords(next, reader) : t("facts.nextNone"),
        },
        {
          label: t("facts.since"),
          value: formatDay(dayIn(debtor.createdAt, zone), locale, { year: dayIn(now, zone) }),
        },
      ]}
    />
  );
}
