import { getTranslations } from "next-intl/server";
import { FieldRow } from "@/components/form/field-row";
import { FormBlock } from "@/components/form/form-block";
import { FormField } from "@/components/form/form-field";
import { Anchor } from "@/components/ui/anchor";
import { TextInput } from "@/components/ui/text-input";
import type { ChangeOutlook } from "@/lib/account-changes/outlook";
import { SECOND_LOOK_BANK_DAYS } from "@/lib/account-changes/second-look";
import type { DraftState } from "@/lib/drafts/open";
import { formatDay, formatMoneyText } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/writer";
import { day } from "@/lib/kernel/day";
import { dayIn } from "@/lib/kernel/instant";
import { routes } from "@/lib/routes";

/** So many are named; more are counted. */
const NAMED = 6;

/** What the change means at this provider, what stays on the old account, and why it is made. */
export async function ChangeBlock({
  change,
  draft,
  reader,
}: {
  change: ChangeOutlook;
  draft: DraftState;
  reader: Reader;
}) {
  const t = await getTranslations("accountChange");
  const { locale, now, zone } = reader;
  const { mandate, open, secondLook } = change;
  const named = open.slice(0, NAMED);
  return (
    <FormBlock title={t("title")}>
      <p className="max-w-160 py-2">{change.change.says[locale]}</p>
      <FieldRow label={t("old")} check={{ kind: "open", text: t("oldSays") }}>
        <Anchor href={routes.mandate(mandate.id)}>
          {Object.values(mandate.masked).at(-1) ?? t("oldUnknown")}
        </Anchor>
      </FieldRow>
      <FieldRow
        label={t("open")}
        check={open.length > 0 ? { kind: "attention", text: t("openSays") } : undefined}
      >
        {open.length === 0 ? <span className="text-ink-2">{t("openNone")}</span> : null}
        <ul>
          {named.map((one) => (
            <li key={one.id}>
              <Anchor href={routes.payment(one.id)}>
                {formatMoneyText(one, locale)},{" "}
                {formatDay(day(one.planned ?? one.requested), locale, { year: dayIn(now, zone) })}
              </Anchor>
            </li>
          ))}
          {open.length > NAMED ? <li>{t("openMore", { n: open.length - NAMED })}</li> : null}
        </ul>
      </FieldRow>
      {secondLook ? (
        <FieldRow
          label={t("second")}
          check={{ kind: "attention", text: t("secondSays", { n: SECOND_LOOK_BANK_DAYS }) }}
        >
          {t("secondValue")}
        </FieldRow>
      ) : null}
      <FormField
        name="change_reason"
        label={t("reason")}
        hint={t("reasonHint")}
        required
        value={draft.values.change_reason}
      >
        <TextInput autoComplete="off" />
      </FormField>
    </FormBlock>
  );
}
