import type { MandateEvidence } from "@/lib/providers/contract";
import { ruleOf } from "@/lib/providers/paynl/codes";
import { instantOf } from "@/lib/providers/paynl/days";
import { type Debit, debitEvidence, type Mandate } from "@/lib/providers/paynl/map";
import type { PaynlSettings } from "@/lib/providers/paynl/settings";

type Derivation = Pick<PaynlSettings, "lastDateProvesCollection" | "settledDayFrom">;

/** What a debit means for its mandate. */
type Course = "open" | "collected" | "reversed" | "failed" | "dropped" | "unknown";

interface Step {
  debit: Debit;
  course: Course;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** A token's code in `deletedBy` is the creditor's own doing; everything else could be PAY. as well. */
const CREDITOR_TOKEN = /^AT-/;

function courseOf(debit: Debit, collectedOnce: boolean): Course {
  const rule = ruleOf(debit.status?.code ?? null, debit.declined);
  if (!rule) return "unknown";
  if (rule.collected) return "collected";
  // Only a reversal can have been ours before; whether it was, its mandate's last debit date tells.
  if (rule.state === "chargeback") return collectedOnce ? "reversed" : "failed";
  if (rule.failed) return "failed";
  return rule.state === "cancelled" ? "dropped" : "open";
}

/** By date, oldest first: lists come in no promised order. */
function inOrder(debits: readonly Debit[]): Debit[] {
  const time = (text: string | null) => {
    const value = Date.parse(text ?? "");
    return Number.isNaN(value) ? Number.MAX_SAFE_INTEGER : value;
  };
  return [...debits].sort(
    (a, b) =>
      time(a.processDate) - time(b.processDate) ||
      time(a.createdAt) - time(b.createdAt) ||
      (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
}

type Verdict = Pick<MandateEvidence, "state" | "rule" | "endedBy"> & { proof: Debit | null };

function verdict(state: MandateEvidence["state"], rule: string, proof: Debit | null): Verdict {
  return { state, rule: `paynl.mandate.${rule}`, endedBy: state === "ended" ? "expiry" : null, proof };
}

/** The mandate's state from its debits, first rule that fits; a mandate itself carries no status. */
function derive(mandate: Mandate, steps: readonly Step[]): Verdict {
  const had = steps.find(({ course }) => course === "collected" || course === "reversed");
  const open = steps.some(({ course }) => course === "open");
  const strange = steps.find(({ course }) => course === "unknown");
  const last = steps.findLast(({ debit, course }) => debit.isLastOrder && course === "collected");
  const quantity = mandate.interval?.quantity ?? 0;

  if (mandate.type === "SINGLE" && had) return verdict("ended", "single_completed", had.debit);
  if (last) return verdict("ended", "last_debit_collected", last.debit);
  const done = steps.filter(
    ({ course }) => course !== "open" && course !== "dropped" && course !== "unknown",
  );
  const final = done.at(-1);
  if (mandate.type === "RECURRING" && had && final && quantity > 0 && done.length >= quantity && !open)
    return verdict("ended", "series_completed", final.debit);
  if (had) return verdict("active", "debit_collected", had.debit);
  if (strange) return verdict(null, "debit_unknown", strange.debit);
  const failed = steps.find(({ course }) => course === "failed");
  if (failed && !open) return verdict("failed", "first_debit_failed", failed.debit);
  return verdict("pending", "first_debit_open", steps.find(({ course }) => course === "open")?.debit ?? null);
}

function evidence(mandate: Mandate, found: Verdict, word: string, at: Date | null): MandateEvidence {
  const key = mandate.stats?.extra2 ?? "";
  const ourId = mandate.stats?.extra1 ?? "";
  return {
    about: "mandate",
    ref: {
      providerId: mandate.code,
      ...(ourId === "" ? {} : { ourId }),
      ...(UUID.test(key) ? { key } : {}),
    },
    word,
    rule: found.rule,
    at,
    reason: null,
    state: found.state,
    providerId: mandate.code,
    mandateNumber: mandate.code,
    endedBy: found.endedBy,
    found: null,
  };
}

/** What the mandate object says alone: gone, or there. Enough after creating it, not enough to charge it. */
export function mandateAloneEvidence(mandate: Mandate): MandateEvidence {
  if (mandate.deletedAt) {
    const endedBy = CREDITOR_TOKEN.test(mandate.deletedBy ?? "") ? "creditor" : "unsaid";
    const found = { ...verdict("ended", "deleted", null), endedBy } satisfies Verdict;
    return evidence(mandate, found, "deletedAt", instantOf(mandate.deletedAt));
  }
  return evidence(mandate, verdict("pending", "created", null), "createdAt", instantOf(mandate.createdAt));
}

/** The end of a mandate that we asked for, proven by the answer to the delete. */
export function endedEvidence(code: string | null, rule: "deleted" | "already_gone"): MandateEvidence {
  return {
    about: "mandate",
    ref: code === null ? {} : { providerId: code },
    word: rule === "deleted" ? "deleted" : "not found",
    rule: `paynl.mandate.${rule}`,
    at: null,
    reason: null,
    state: "ended",
    providerId: code,
    mandateNumber: code,
    endedBy: "creditor",
    found: null,
  };
}

/**
 * The mandate's state from the object and all of its debits, oldest rule first: deleted is ended; a finished series or
 * single debit is ended by expiry; one debit ever collected makes it active and keeps it so after a reversal; a failed
 * first debit with nothing else under way fails it; else it waits. Without the debits nothing but `ended` is certain.
 */
export function mandateEvidence(
  mandate: Mandate,
  debits: readonly Debit[],
  settings: Derivation,
): MandateEvidence {
  if (mandate.deletedAt) return mandateAloneEvidence(mandate);
  const collectedOnce = settings.lastDateProvesCollection && Boolean(mandate.lastDirectDebitDate);
  const steps = inOrder(debits).map((debit): Step => ({ debit, course: courseOf(debit, collectedOnce) }));
  const found = derive(mandate, steps);
  if (!found.proof) return evidence(mandate, found, "createdAt", instantOf(mandate.createdAt));
  const proof = debitEvidence(found.proof, settings);
  const said = evidence(mandate, found, proof.word, proof.at);
  return found.state === "failed" ? { ...said, reason: proof.reason } : said;
}
