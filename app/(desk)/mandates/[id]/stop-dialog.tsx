import { getTranslations } from "next-intl/server";
import { stopMandateAction } from "@/app/(desk)/mandates/[id]/actions";
import type { MandateView } from "@/app/(desk)/mandates/[id]/load";
import { ConfirmDialog } from "@/components/form/confirm-dialog";
import { ErrorSummary } from "@/components/form/error-summary";
import { FormField } from "@/components/form/form-field";
import { TextInput } from "@/components/ui/text-input";
import { formatMoneyText } from "@/lib/i18n/format";
import { currencies } from "@/lib/kernel/money";
import type { MandateSum } from "@/lib/payments/sums-of";

/** `withdraw` is the end of an invitation, `give_up` of what stands still before it was sent: nothing is at the provider. */
type Act = "suspend" | "end" | "withdraw" | "give_up";

const wordsOf = {
  suspend: { verb: "suspend", title: "suspendTitle", confirm: "suspendDo" },
  end: { verb: "end", title: "endTitle", confirm: "endDo" },
  withdraw: { verb: "withdraw", title: "withdrawTitle", confirm: "withdrawDo" },
  give_up: { verb: "giveUp", title: "giveUpTitle", confirm: "giveUpDo" },
} as const;

/** Asks once, with the consequence for the money, and for a reason. */
export async function StopDialog({ view, act }: { view: MandateView; act: Act }) {
  const [t, common, form] = await Promise.all([
    getTranslations("mandate.actions"),
    getTranslations("common"),
    getTranslations("form"),
  ]);
  const words = wordsOf[act];
  return (
    <ConfirmDialog
      trigger={t(words.verb)}
      look="word"
      title={t(words.title)}
      consequence={await consequenceOf(view, act)}
      confirm={t(words.confirm)}
      working={t("working")}
      keep={common("keep")}
      action={stopMandateAction}
      hidden={{ mandate: view.mandate.id, act: act === "give_up" ? "withdraw" : act }}
    >
      <ErrorSummary title={form("toFix")} />
      <FormField name="reason" label={t("reason")} hint={t("reasonHint")} required>
        <TextInput />
      </FormField>
    </ConfirmDialog>
  );
}

async function consequenceOf({ provider, sums, reader, goesOn }: MandateView, act: Act): Promise<string> {
  const t = await getTranslations("mandate.actions");
  if (act === "withdraw") return t("withdrawSays");
  if (act === "give_up") return t("giveUpSays");
  const label = { provider: provider.label };
  const total = (where: MandateSum["where"]) => {
    const own = sums.filter((one) => one.where === where);
    const sum = currencies
      .map((currency) => ({
        currency,
        amountMinor: own
          .filter((one) => one.currency === currency)
          .reduce((all, one) => all + one.amountMinor, 0),
      }))
      .filter((one) => one.amountMinor > 0)
      .map((one) => formatMoneyText(one, reader.locale))
      .join(" + ");
    return { n: own.reduce((all, one) => all + one.count, 0), sum };
  };
  const waiting = act === "suspend" ? t("waits", total("waiting")) : t("lost", total("waiting"));
  const first = {
    suspend: "suspendConsequence",
    end: "endConsequence",
  } as const;
  // What goes on although it is suspended is the first thing to know.
  const plans = act === "suspend" && goesOn ? goesOn[reader.locale] : "";
  const stays = t("stays", { ...label, ...total("there") });
  return [plans, t(first[act], label), waiting, stays].filter(Boolean).join(" ");
}
