import type { Task } from "./list";
import { type TaskKind, taskKinds } from "./tasks";

/** The work lists of Today, in the order in which they matter. */
export const taskGroups = ["unknown", "not_ready", "back", "mandates", "unreadable", "trouble"] as const;
export type TaskGroup = (typeof taskGroups)[number];

interface About {
  group: TaskGroup;
  /** Whether a person may say "done"; else it goes when what it asks for has come about. */
  byHand: boolean;
}

/** How a task's moment is told: news that should have come, what is still to be done by then, or what is late. */
export function dueWord(kind: TaskKind, dueAt: Date, now: Date): "expected" | "due" | "overdue" {
  if (kind === "stale") return "expected";
  return dueAt <= now ? "overdue" : "due";
}

const about: Record<TaskKind, About> = {
  unknown_outcome: { group: "unknown", byHand: false },
  send_again: { group: "unknown", byHand: false },
  not_sent: { group: "not_ready", byHand: false },
  missed_cutoff: { group: "not_ready", byHand: false },
  run_held: { group: "not_ready", byHand: false },
  run_rows_refused: { group: "not_ready", byHand: true },
  mandate_ended_with_payments: { group: "not_ready", byHand: false },
  double_collection: { group: "not_ready", byHand: true },
  slipped: { group: "not_ready", byHand: true },
  payment_rejected: { group: "back", byHand: true },
  chargeback: { group: "back", byHand: true },
  refused: { group: "back", byHand: true },
  mandate_failed: { group: "mandates", byHand: true },
  mandate_without_debtor: { group: "mandates", byHand: false },
  mandate_without_agreement: { group: "mandates", byHand: true },
  unmapped_word: { group: "unreadable", byHand: true },
  mismatch: { group: "unreadable", byHand: true },
  payment_unknown_here: { group: "unreadable", byHand: true },
  compare_by_hand: { group: "trouble", byHand: false },
  evidence_failed: { group: "unreadable", byHand: true },
  message_parked: { group: "trouble", byHand: true },
  submission_parked: { group: "trouble", byHand: false },
  connection_trouble: { group: "trouble", byHand: true },
  invitation_reminder: { group: "mandates", byHand: false },
  change_to_approve: { group: "mandates", byHand: false },
  change_to_finish: { group: "mandates", byHand: true },
  mandate_gone: { group: "mandates", byHand: true },
  mass_end: { group: "mandates", byHand: true },
  stale: { group: "unreadable", byHand: false },
  missing_there: { group: "unreadable", byHand: true },
};

/** The kind of a stored task; null for one that this version does not know. */
export const kindOf = (task: Pick<Task, "kind">): TaskKind | null =>
  taskKinds.find((kind) => kind === task.kind) ?? null;

export const mayCloseByHand = (kind: TaskKind): boolean => about[kind].byHand;

/** A refusal belongs where its record is: of a mandate to the mandates, of an agreement to the connections. */
function groupOf(task: Pick<Task, "noun">, kind: TaskKind): TaskGroup {
  if (kind !== "refused") return about[kind].group;
  if (task.noun === "payment") return "back";
  return task.noun === "mandate" ? "mandates" : "trouble";
}

export interface WorkList<T> {
  group: TaskGroup;
  tasks: T[];
}

type Sortable = Pick<Task, "kind" | "noun" | "dueAt" | "createdAt">;

/** Tasks on their lists: what is due comes first and soonest first, then the oldest. Empty lists are left out. */
export function workLists<T extends Sortable>(tasks: readonly T[]): WorkList<T>[] {
  const lists = new Map<TaskGroup, T[]>();
  for (const task of tasks) {
    const kind = kindOf(task);
    if (!kind) continue;
    const group = groupOf(task, kind);
    lists.set(group, [...(lists.get(group) ?? []), task]);
  }
  return taskGroups.flatMap((group) => {
    const own = lists.get(group);
    return own ? [{ group, tasks: own.sort(byUrgency) }] : [];
  });
}

function byUrgency(a: Sortable, b: Sortable): number {
  const [first, second] = [a.dueAt?.getTime() ?? NEVER, b.dueAt?.getTime() ?? NEVER];
  return first - second || a.createdAt.getTime() - b.createdAt.getTime();
}

/** Later than anything that is due. */
const NEVER = Number.MAX_SAFE_INTEGER;
