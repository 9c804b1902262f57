import { getTranslations } from "next-intl/server";
import { clockOrDay, DESK_ZONE, dayInSentence } from "@/app/(desk)/_shared/moment";
import type { MarkName } from "@/components/ui/marks";
import type { Ctx } from "@/lib/context";
import { formatMonth } from "@/lib/i18n/format";
import { isDay, isMonth } from "@/lib/kernel/day";
import type { Locale } from "@/lib/kernel/locale";
import { routes } from "@/lib/routes";
import type { UnknownSoFar } from "@/lib/submissions/unknown-of";
import type { Task } from "@/lib/tasks/list";
import { connectionOf, type TaskSubject } from "@/lib/tasks/subjects";
import type { TaskKind } from "@/lib/tasks/tasks";

export const workMarks = {
  unknown_outcome: "unknown",
  send_again: "waits",
  not_sent: "waits",
  missed_cutoff: "stale",
  run_held: "waits",
  run_rows_refused: "failed",
  mandate_ended_with_payments: "waits",
  double_collection: "unmapped",
  slipped: "stale",
  payment_rejected: "failed",
  chargeback: "chargeback",
  refused: "failed",
  mandate_failed: "failed",
  mandate_without_debtor: "waits",
  mandate_without_agreement: "waits",
  unmapped_word: "unmapped",
  mismatch: "unmapped",
  payment_unknown_here: "unmapped",
  missing_there: "unmapped",
  compare_by_hand: "waits",
  evidence_failed: "unmapped",
  message_parked: "stale",
  submission_parked: "stale",
  connection_trouble: "stale",
  invitation_reminder: "waits",
  change_to_approve: "waits",
  change_to_finish: "waits",
  mandate_gone: "waits",
  mass_end: "stale",
  stale: "stale",
} as const satisfies Record<TaskKind, MarkName>;

/** Where a task's work is done; null where no page is. */
export function hrefOf(task: Task): string | null {
  switch (task.noun) {
    case "payment":
      return routes.payment(task.subjectId);
    case "mandate":
      return routes.mandate(task.subjectId);
    case "connection":
      if (task.kind === "payment_unknown_here") return routes.foundPayment(task.id);
      return task.kind === "compare_by_hand" ? routes.fence() : routes.connection(connectionOf(task));
    case "run":
      return routes.run(task.subjectId);
    case "agreement":
      // Those that ended, the newest first: what the task is about.
      return task.kind === "mass_end"
        ? `${routes.mandates()}?state=ended&sort=-changed`
        : routes.connections();
    case "message":
      return routes.event(task.subjectId);
    default:
      return null;
  }
}

interface Around {
  ctx: Ctx;
  locale: Locale;
  subject: TaskSubject | undefined;
  unknown?: UnknownSoFar | undefined;
}

const withReason: readonly TaskKind[] = ["payment_rejected", "chargeback", "refused", "mandate_failed"];
const verdicts = ["did_happen", "did_not_happen"] as const;
const troubles = ["credential", "unreachable", "rate", "clock", "witness"] as const;

/** Why it is here, or what to do, in a sentence: in the provider module's words for its reason, else in ours. */
export async function todoOf(
  task: Task,
  kind: TaskKind,
  { ctx, locale, subject, unknown }: Around,
): Promise<string> {
  const t = await getTranslations("today");
  const param = (name: string) => String(task.params[name] ?? "");
  if (withReason.includes(kind)) {
    const code = param("code") || subject?.reasonCode;
    const known = code && subject ? ctx.providers[subject.provider]?.reasons[code] : undefined;
    if (known) return known.what[locale];
    const said = subject?.reasonText ?? subject?.reasonCode;
    const provider = subject && ctx.providers[subject.provider]?.label;
    if (said && provider) return t("said", { provider, text: said });
  }
  if (kind === "connection_trouble") {
    const cause = troubles.find((one) => one === param("cause"));
    return cause ? t(`trouble.${cause}`) : t("todo.connection_trouble");
  }
  if (kind === "unknown_outcome" && unknown?.sentAt)
    return t("todo.unknown_asked", {
      time: clockOrDay(unknown.sentAt, { locale, zone: DESK_ZONE, now: ctx.clock.now() }),
      n: unknown.lookUps,
      absences: unknown.absences,
    });
  const verdict = verdicts.find((one) => one === param("verdict"));
  if (kind === "mismatch" && verdict)
    return t(`todo.against_${verdict}`, { by: param("by"), theirs: param("theirs") });
  if (kind === "not_sent" && param("by") === "") return t("todo.not_sent_held");
  if (kind === "invitation_reminder") return reminderText(task, { ctx, locale });
  const counted = subject?.rowsRefused ?? Number(task.params.count ?? 0);
  if (kind === "stale" && task.noun === "connection") return t("todo.staleMany", { count: counted });
  return t(`todo.${kind}`, {
    count: counted,
    agreement: param("agreement"),
    by: param("by"),
    code: param("text") || param("code"),
    number: param("customerNumber"),
    scheme: schemeLabel(ctx, param("scheme"), locale),
    theirs: param("theirs"),
    title: param("title"),
    word: param("word"),
  });
}

/** Until when the debtor can still sign up for which month. */
async function reminderText(
  { params }: Task,
  { ctx, locale }: Pick<Around, "ctx" | "locale">,
): Promise<string> {
  const t = await getTranslations("today");
  const { lastDay = "", month = "", last = 0 } = params;
  const reader = { locale, zone: DESK_ZONE, now: ctx.clock.now() };
  const [day, collected] = [String(lastDay), String(month)];
  return t("todo.invitation_reminder", {
    last: String(last),
    lastDay: isDay(day) ? dayInSentence(day, reader) : "",
    month: isMonth(collected) ? formatMonth(collected, locale, "name") : "none",
  });
}

/** A task may be about a provider's scheme without saying whose: the first that has it gives the label. */
function schemeLabel(ctx: Ctx, code: string, locale: Locale): string {
  const schemes = Object.values(ctx.providers).flatMap((provider) => provider.schemes);
  return schemes.find((scheme) => scheme.code === code)?.label[locale] ?? code;
}
