import { getTranslations } from "next-intl/server";
import { recordEndAction } from "@/app/(desk)/mandates/[id]/actions";
import type { MandateView } from "@/app/(desk)/mandates/[id]/load";
import { ConfirmDialog } from "@/components/form/confirm-dialog";
import { ErrorSummary } from "@/components/form/error-summary";
import { FormField } from "@/components/form/form-field";
import { Checkbox } from "@/components/ui/checkbox";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import { writer } from "@/lib/i18n/writer";
import { dayIn } from "@/lib/kernel/instant";
import { endCauses, tellChannels } from "@/lib/mandates/told-end";

const enders = ["debtor", "bank", "scheme", "creditor", "expiry"] as const;

/** Writes down an end that came by telephone or letter: what was said, by whom, since when, and what becomes of what is open. */
export async function ToldEndDialog({ view }: { view: MandateView }) {
  const [t, enderWords, common, form] = await Promise.all([
    getTranslations("toldEnd"),
    getTranslations("mandate.actions"),
    getTranslations("common"),
    getTranslations("form"),
  ]);
  const { mandate, provider, reader, siblings } = view;
  const choices = <Value extends string>(values: readonly Value[], label: (value: Value) => string) =>
    values.map((value) => ({ value, label: label(value) }));
  return (
    <ConfirmDialog
      trigger={t("verb")}
      look="word"
      title={t("title")}
      consequence={
        <>
          {t("consequence", { provider: provider.label })}
          <OpenPayments view={view} />
        </>
      }
      confirm={t("do")}
      working={enderWords("working")}
      keep={common("keep")}
      action={recordEndAction}
      hidden={{ mandate: mandate.id }}
    >
      <ErrorSummary title={form("toFix")} />
      <FormField name="ended_by" label={t("endedBy")} required value="debtor">
        <Select options={choices(enders, (value) => enderWords(`endedByIs.${value}`))} />
      </FormField>
      <FormField name="cause" label={t("cause")} required>
        <Select placeholder={t("choose")} options={choices(endCauses, (value) => t(`causes.${value}`))} />
      </FormField>
      <FormField name="channel" label={t("channel")} required>
        <Select
          placeholder={t("choose")}
          options={choices(tellChannels, (value) => t(`channels.${value}`))}
        />
      </FormField>
      <FormField name="told_by" label={t("toldBy")} required value={mandate.debtorName}>
        <TextInput dir="auto" />
      </FormField>
      <FormField
        name="effective_on"
        label={t("effectiveOn")}
        hint={t("effectiveHint")}
        required
        value={dayIn(reader.now, reader.zone)}
      >
        <TextInput type="date" max={dayIn(reader.now, reader.zone)} />
      </FormField>
      <FormField name="note" label={t("note")} hint={t("noteHint")} required>
        <TextArea rows={2} dir="auto" />
      </FormField>
      {siblings.length > 0 ? (
        <fieldset className="also-ends">
          <legend>{t("also")}</legend>
          {siblings.map((one) => (
            <Checkbox key={one.id} name={`also_${one.id}`}>
              {t("alsoOther", {
                provider: one.providerLabel,
                number: one.mandateNumber ?? one.customerNumber,
              })}
            </Checkbox>
          ))}
        </fieldset>
      ) : null}
    </ConfirmDialog>
  );
}

const SHOWN = 8;

/** Each open payment with what happens to it: nobody should find that out afterwards. */
async function OpenPayments({ view: { openPayments, provider, reader } }: { view: MandateView }) {
  const t = await getTranslations("toldEnd");
  if (openPayments.length === 0) return <span className="confirm-list">{t("none")}</span>;
  const write = writer(reader);
  const rest = openPayments.length - SHOWN;
  const says = (payment: MandateView["openPayments"][number]) =>
    t(payment.state === "ready" || payment.state === "draft" ? "waits" : "there", {
      reference: payment.reference,
      amount: write.money(payment),
      day: write.day(payment.planned ?? payment.requested),
      provider: provider.label,
    });
  return (
    <span className="confirm-list">
      <b>{t("payments")}</b>
      {openPayments.slice(0, SHOWN).map((payment) => (
        <span key={payment.id}>{says(payment)}</span>
      ))}
      {rest > 0 ? <span>{t("more", { n: rest })}</span> : null}
    </span>
  );
}
