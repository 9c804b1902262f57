import type { comparisons, gaps } from "@/db/schema";
import type { Capabilities, Evidence, PaymentEvidence } from "@/lib/providers/contract";

export type Comparison = typeof comparisons.$inferSelect;
export type Gap = typeof gaps.$inferSelect;

/** A gap before it is written down. */
export type FoundGap = Pick<Gap, "kind" | "noun" | "subject" | "facts">;

/** Read to no end: what follows from what was not seen is not proven. */
export const unread = (noun: FoundGap["noun"], subject: string): FoundGap => ({
  kind: "unread",
  noun,
  subject,
  facts: {},
});

/** What no list of the provider's can show: it is for a person to look there. */
export function byHand(offers: Capabilities): FoundGap[] {
  const found: FoundGap[] = [];
  if (!offers.listMandates && offers.mandates === "form")
    found.push({ kind: "by_hand", noun: "mandate", subject: "mandates", facts: {} });
  if (!offers.listPayments && offers.createPayment)
    found.push({ kind: "by_hand", noun: "payment", subject: "payments", facts: {} });
  return found;
}

/** The gap that one piece of evidence shows, by what became of it at the door. */
export function ofEvidence(evidence: Evidence, effect: string): FoundGap | null {
  if (effect === "failed")
    return { kind: "differs", noun: "connection", subject: evidence.word, facts: { word: evidence.word } };
  if (evidence.about === "mandate" && effect === "no agreement for it")
    return {
      kind: "unknown_here",
      noun: "mandate",
      subject: evidence.providerId ?? "?",
      facts: { word: evidence.word },
    };
  if (evidence.about !== "payment" || (effect !== "not ours" && effect !== "mismatch")) return null;
  const kind = effect === "mismatch" ? "differs" : "unknown_here";
  return { kind, noun: "payment", subject: evidence.providerId ?? "?", facts: factsOf(evidence) };
}

function factsOf(evidence: PaymentEvidence): FoundGap["facts"] {
  const { reference, mandateProviderId } = evidence.ref;
  return {
    word: evidence.word,
    ...(reference ? { reference } : {}),
    ...(mandateProviderId ? { mandate: mandateProviderId } : {}),
    ...(evidence.amountMinor === null ? {} : { amountMinor: evidence.amountMinor }),
    ...(evidence.currency === null ? {} : { currency: evidence.currency }),
    ...(evidence.planned === null ? {} : { planned: evidence.planned }),
  };
}
