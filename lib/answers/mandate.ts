import type { Rule } from "@/lib/deadlines/rules";
import { type Day, day } from "@/lib/kernel/day";
import { dayIn } from "@/lib/kernel/instant";
import type { MandateRow } from "@/lib/mandates/columns";
import { type MandateAround, type MandateSentence, mandateSentence } from "@/lib/mandates/sentence";
import type { ProviderModule } from "@/lib/providers/contract";
import type { StoryMove, StorySubmission } from "@/lib/records/story";
import { provenAbsent } from "@/lib/submissions/proven-absent";
import type { Answer, Params } from "./answer";
import type { AlsoCode, AnswerCode } from "./codes";
import { type ConnectionFacts, connectionAsides } from "./connection";
import { type StepCode, step } from "./steps";

type Submission = Pick<
  StorySubmission,
  "operation" | "state" | "nextAt" | "attempts" | "sentAt" | "createdAt" | "lookUps" | "absences"
>;

/** Everything that decides why a mandate lets nothing be collected. */
export interface MandateFacts {
  mandate: MandateRow;
  provider: Pick<ProviderModule, "label" | "reasons" | "pendingWords">;
  connection: ConnectionFacts;
  rule: Rule;
  open: Submission | null;
  /** Newest first. */
  moves: readonly Pick<
    StoryMove,
    "move" | "to" | "at" | "happenedAt" | "actorName" | "cause" | "word" | "messageId"
  >[];
  obstacle: MandateAround["obstacle"];
  collects: boolean;
  /** The first day a payment issued now could be due. */
  from: Day;
  silentBankDays: number | null;
  /** Its first debit is planned with it, and the collection of that is the answer. */
  plansFirstDebit: boolean;
  /** The day of the debit that it waits for. */
  debit: Day | null;
  /** How long the answer to a new mandate usually takes, in milliseconds; null while too few came. */
  usualMs: number | null;
  now: Date;
}

interface Told {
  code: AnswerCode;
  params?: Params;
  steps: readonly StepCode[];
}

/** Why nothing is collected on this mandate; `nothing_asked` when nothing stands in the way. */
export function whyMandate(facts: MandateFacts): Answer {
  const { mandate, provider, moves } = facts;
  const sentence = mandateSentence(mandate, facts);
  const told = tell(sentence, facts);
  const where = { mandate: mandate.id, debtor: mandate.debtorId, connection: mandate.connectionId };
  const entered = moves.find((move) => move.to === mandate.state);
  const since = facts.open?.sentAt ?? entered?.happenedAt ?? entered?.at ?? mandate.createdAt;
  return {
    code: told.code,
    params: { provider: provider.label, name: mandate.debtorName, ...told.params },
    about: {
      noun: "mandate",
      id: mandate.id,
      name: [mandate.debtorName, mandate.customerNumber].filter(Boolean).join(", "),
    },
    zone: facts.rule.zone,
    since,
    evidence: mandate.evidenceAt && { at: mandate.evidenceAt, messageId: mandate.evidenceId },
    also: asides(facts, told.code),
    next: [...(mandate.debtorId ? [] : (["link_debtor"] as const)), ...told.steps].map((code) =>
      step(code, where),
    ),
  };
}

function tell(sentence: MandateSentence, facts: MandateFacts): Told {
  const { open } = facts;
  const sentAt = open?.sentAt ?? open?.createdAt ?? facts.now;
  switch (sentence.code) {
    case "unknown":
      if (open && provenAbsent(open))
        return {
          code: "mandate_absent",
          params: {
            what: open.operation === "mandate.create" ? "create" : "end",
            at: { moment: sentAt },
            absences: open.absences,
          },
          steps: ["send_again"],
        };
      return {
        code: open?.operation === "mandate.end" ? "mandate_unknown_end" : "mandate_unknown",
        params: { at: { moment: sentAt }, asked: open?.lookUps ?? 0, absences: open?.absences ?? 0 },
        steps: ["check", "decide"],
      };
    case "sending":
      return { code: "mandate_sending", steps: ["wait"] };
    case "held":
      return { code: "mandate_unsent", steps: ["wait", "mend_connection"] };
    case "waiting":
      return { code: "mandate_unsent", steps: ["mend_connection"] };
    case "ending":
      return { code: "mandate_ending", steps: ["wait"] };
    case "draft":
      return { code: "mandate_draft", steps: ["send_mandate"] };
    case "stale":
      return { code: "mandate_stale", params: { n: sentence.bankDays }, steps: ["check"] };
    case "activeElsewhere":
      return { code: "mandate_elsewhere", params: { says: { says: sentence.says } }, steps: ["new_mandate"] };
    case "activeOff":
      return {
        code: "mandate_off",
        params: { says: { says: sentence.says } },
        steps: ["check", "new_mandate"],
      };
    case "active":
      return tellActive(sentence.from, facts);
    default:
      return tellState(sentence.code, facts);
  }
}

function tellActive(from: Day, { mandate, now, rule }: MandateFacts): Told {
  if (mandate.usableFrom !== null && mandate.usableFrom > dayIn(now, rule.zone))
    return { code: "mandate_not_yet", params: { day: { day: day(mandate.usableFrom) } }, steps: ["wait"] };
  return { code: "nothing_asked", params: { day: { day: from } }, steps: ["new_payment"] };
}

function tellState(
  state: "invited" | "pending" | "suspended" | "ended" | "failed",
  facts: MandateFacts,
): Told {
  const { mandate, moves } = facts;
  const entered = moves.find((move) => move.to === state);
  const at = { day: dayIn(entered?.happenedAt ?? entered?.at ?? mandate.createdAt, facts.rule.zone) };
  switch (state) {
    case "invited":
      return { code: "mandate_invited", params: { at }, steps: ["remind"] };
    case "pending":
      return tellPending(facts, { at });
    case "suspended":
      return {
        code: "mandate_suspended",
        params: { at, by: entered?.actorName ?? "", reason: entered?.cause ?? "" },
        steps: ["resume_mandate"],
      };
    case "ended":
      return {
        code: "mandate_ended",
        params: { at, who: mandate.endedBy ?? "unsaid", ...recorded(entered) },
        steps: ["new_mandate", "evidence"],
      };
    case "failed":
      return tellFailed(facts, { at });
  }
}

/** What a person wrote down, having heard of it elsewhere. */
const recorded = (move: MandateFacts["moves"][number] | undefined): Params =>
  move?.move === "record_end" ? { by: move.actorName, reason: move.cause } : { by: "none", reason: "" };

function tellPending({ moves, plansFirstDebit, debit, provider }: MandateFacts, at: Params): Told {
  const word = moves.find((move) => move.to === "pending")?.word;
  if (word && provider.pendingWords?.[word] === "verification")
    return { code: "mandate_pending_verification", params: at, steps: ["check"] };
  if (!plansFirstDebit) return { code: "mandate_pending", params: at, steps: ["wait", "check"] };
  const day: Params = debit ? { planned: "yes", day: { day: debit } } : { planned: "no", day: "" };
  return { code: "mandate_pending_debit", params: { ...at, ...day }, steps: ["wait", "check"] };
}

function tellFailed({ mandate, provider }: MandateFacts, at: Params): Told {
  const known = mandate.reasonCode ? provider.reasons[mandate.reasonCode] : undefined;
  const code = mandate.reasonCode ?? "";
  if (known)
    return {
      code: "mandate_failed",
      params: { ...at, what: { says: known.what }, todo: { says: known.todo }, code },
      steps: ["correct_mandate"],
    };
  const text = mandate.reasonText ?? mandate.reasonCode ?? "";
  return { code: "mandate_failed_theirs", params: { ...at, text }, steps: ["correct_mandate"] };
}

function asides(facts: MandateFacts, told: AnswerCode): Answer["also"] {
  const { mandate, provider, connection, now } = facts;
  const also: { code: AlsoCode; params: Params }[] = [];
  const waits = told === "mandate_pending" || told === "mandate_stale";
  if (waits && facts.usualMs !== null)
    also.push({ code: "usual", params: { usual: { span: facts.usualMs } } });
  if (mandate.unmapped)
    also.push({ code: "unmapped", params: { provider: provider.label, word: mandate.unmapped } });
  if (!mandate.debtorId) also.push({ code: "without_debtor", params: { number: mandate.customerNumber } });
  also.push(...connectionAsides(connection, now, null));
  if (mandate.test) also.push({ code: "test", params: {} });
  return also;
}
