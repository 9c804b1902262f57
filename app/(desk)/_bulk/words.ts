import { getTranslations } from "next-intl/server";
import type { BulkPart } from "@/lib/bulk/progress";
import { type BulkVerbName, bulkVerbs, FAULT, type RowState } from "@/lib/bulk/states";
import type { Ctx } from "@/lib/context";
import { formatMoneyText } from "@/lib/i18n/format";
import { errorCodes } from "@/lib/kernel/errors";
import type { Locale } from "@/lib/kernel/locale";
import type { CancelOff } from "@/lib/payments/may";

/** What a row is, in a sentence: what would happen or did, or why not. */
export interface Told {
  state: RowState;
  how: string;
  why: string;
  provider: string;
}

const cancelOffs = [
  "permission",
  "under_way",
  "may_have_left",
  "cancelling",
  "not_offered",
  "collected",
  "ended",
] as const satisfies readonly CancelOff[];

/** The sentences of one bulk work, in the words of its record's own actions where it has them. */
export async function bulkTeller(ctx: Ctx, verb: BulkVerbName): Promise<(row: Told) => string> {
  const [off, would, did, refused] = await Promise.all([
    offTeller(verb),
    wouldTeller(),
    didTeller(),
    refusedTeller(),
  ]);
  return ({ state, how, why, provider }) => {
    const label = { provider: ctx.providers[provider]?.label ?? provider };
    // A record says it after "Not possible:"; here it begins.
    if (state === "left_out") return upperFirst(off(why, label));
    if (state === "refused") return refused(why);
    return state === "done" ? did(how, label) : would(how, label);
  };
}

const upperFirst = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);

type Label = { provider: string };

async function offTeller(verb: BulkVerbName): Promise<(why: string, label: Label) => string> {
  const [t, payment, mandate] = await Promise.all([
    getTranslations("bulk.off"),
    getTranslations("payment.does.cancelOff"),
    getTranslations("mandate.actions"),
  ]);
  return (why, label) => {
    const cancelOff = cancelOffs.find((one) => one === why);
    if (verb === "cancel_payments" && cancelOff) return payment(cancelOff, label);
    if (why === "never_sent") return t("never_sent");
    if (bulkVerbs[verb].permission === "submissions.ask") return t("ask");
    if (why === "permission") return mandate("role");
    return verb === "resume_mandates" ? t("resume") : mandate("suspendOff");
  };
}

async function wouldTeller(): Promise<(how: string, label: Label) => string> {
  const [t, payment] = await Promise.all([getTranslations("bulk.says"), getTranslations("payment.does")]);
  return (how, label) => {
    const cancel = (["here", "judged", "there"] as const).find((one) => one === how);
    if (cancel) return payment(`cancelSays.${cancel}`, label);
    const other = (["suspend", "goes_on", "resume", "ask"] as const).find((one) => one === how);
    return other ? t(other, label) : how;
  };
}

const dids = ["here", "there", "suspend", "resume", "news", "same", "unread"] as const;

async function didTeller(): Promise<(how: string, label: Label) => string> {
  const t = await getTranslations("bulk.did");
  return (how, label) => {
    const known = dids.find((one) => one === how);
    return known ? t(known, label) : how;
  };
}

async function refusedTeller(): Promise<(why: string) => string> {
  const [t, errors] = await Promise.all([getTranslations("bulk"), getTranslations("errors")]);
  return (why) => {
    const code = errorCodes.find((one) => one === why);
    // The cast names one sentence for all of them: none takes an argument, and so many are too much for the compiler.
    return code && why !== FAULT ? errors(`codes.${code}` as "codes.invalid") : t("fault");
  };
}

/** What parts come to: `DKK 1,236.75, EUR 12.00 test`. Currencies never together, nor test with live. */
export function sumsOf(parts: readonly BulkPart[], locale: Locale, test: string): string {
  const sums = new Map<string, BulkPart["sums"][number]>();
  for (const sum of parts.flatMap((part) => part.sums)) {
    const name = `${sum.test ? 1 : 0} ${sum.currency}`;
    sums.set(name, { ...sum, amountMinor: (sums.get(name)?.amountMinor ?? 0) + sum.amountMinor });
  }
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, sum]) => `${formatMoneyText(sum, locale)}${sum.test ? ` ${test}` : ""}`)
    .join(", ");
}
