import { getTranslations } from "next-intl/server";
import { FindDebtor } from "@/app/(desk)/mandates/new/find-debtor";
import { type NewMandateView, newMandateHref } from "@/app/(desk)/mandates/new/load";
import { FieldRow } from "@/components/form/field-row";
import { FormBlock } from "@/components/form/form-block";
import { Anchor } from "@/components/ui/anchor";
import type { Ctx } from "@/lib/context";
import type { DebtorRow } from "@/lib/debtors/columns";
import { formatDay } from "@/lib/i18n/format";
import { dayIn } from "@/lib/kernel/instant";
import { routes } from "@/lib/routes";

/** Whose mandate it will be. */
export async function WhoBlock({ ctx, view }: { ctx: Pick<Ctx, "permissions">; view: NewMandateView }) {
  const t = await getTranslations("newMandate.who");
  return (
    <FormBlock title={t("title")}>
      {view.debtor ? (
        <Chosen view={view} debtor={view.debtor} />
      ) : (
        <FindDebtor view={view} mayAdd={ctx.permissions.has("debtors.write")} />
      )}
    </FormBlock>
  );
}

async function Chosen({ view, debtor }: { view: NewMandateView; debtor: DebtorRow }) {
  const t = await getTranslations("newMandate.who");
  const { locale, zone, now } = view.reader;
  const since = formatDay(dayIn(debtor.createdAt, zone), locale, { year: dayIn(now, zone) });
  return (
    <FieldRow
      label={t("debtor")}
      check={{
        kind: "passed",
        text: (
          <>
            {t("known", { day: since })}.{" "}
            {view.change ? null : (
              <Anchor href={newMandateHref(view, { debtor: null })}>{t("change")}</Anchor>
            )}
          </>
        ),
      }}
    >
      <Anchor href={routes.debtor(debtor.id)}>{debtor.name}</Anchor>{" "}
      <span className="text-ink-3">{debtor.customerNumber}</span>
    </FieldRow>
  );
}
