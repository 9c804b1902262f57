import { type DeskRows, groupBy, type Violation } from "./rows";

/** What an open submission makes its record show. */
const shows: Record<string, readonly string[]> = {
  intended: ["sending"],
  in_flight: ["sending", "unknown"],
  unknown: ["unknown"],
};

/** Always, at every commit: what a record shows and what its open intents say is one. Part of I12. */
export function shownAsItIs(desk: DeskRows): Violation[] {
  const found: Violation[] = [];
  const add = (subject: string, what: string) => found.push({ invariant: "I12", subject, what });
  const open = groupBy(
    desk.submissions.filter((one) => one.closedAt === null),
    (one) => one.subjectId,
  );
  for (const row of [...desk.mandates, ...desk.payments]) {
    const own = open.get(row.id) ?? [];
    if (own.length === 0 && row.sending !== "none") add(row.id, `shows ${row.sending} with nothing open`);
    if (own.length > 0 && !own.some((one) => shows[one.state]?.includes(row.sending)))
      add(row.id, `shows ${row.sending} while it is ${own.map((one) => one.state)}`);
  }
  const tasks = withTask(desk);
  for (const one of desk.submissions) {
    const closed = one.state === "confirmed" || one.state === "refused" || one.state === "withdrawn";
    if (closed !== (one.closedAt !== null)) add(one.id, `is ${one.state}, closed ${one.closedAt}`);
    if (one.state === "unknown" && !tasks.has(one.subjectId)) add(one.id, "is unknown, and no task says so");
  }
  return found;
}

/** What an open task is about. */
const withTask = (desk: DeskRows): Set<string> =>
  new Set(desk.tasks.filter((one) => one.state === "open").map((one) => one.subjectId));

/** I12: once the provider is well and time has passed, everything is resolved or is a dated task. */
export function resolved(desk: DeskRows): Violation[] {
  const found: Violation[] = [];
  const add = (subject: string, what: string) => found.push({ invariant: "I12", subject, what });
  const tasks = withTask(desk);
  for (const one of desk.submissions) {
    if (one.closedAt !== null) continue;
    if (one.nextAt !== null || !tasks.has(one.subjectId))
      add(one.id, `is still ${one.state} (${one.detail})`);
    if (one.state === "in_flight") add(one.id, "is under way, and nobody is at it");
  }
  for (const one of desk.messages)
    if (one.state === "waiting") add(one.id, `still waits to be applied (${one.effect})`);
  const unknown = new Set(
    desk.submissions.filter((one) => one.state === "unknown").map((one) => one.subjectId),
  );
  for (const task of desk.tasks)
    if (task.state === "open" && task.kind === "unknown_outcome" && !unknown.has(task.subjectId))
      add(task.subjectId, "has a task about an unknown outcome, and none is unknown");
  return found;
}

/** I2: each intent is at the provider before its deadline, or given up, or an open task says why not. */
export function inTime(desk: DeskRows, now: Date): Violation[] {
  const payments = new Map(desk.payments.map((one) => [one.id, one]));
  const tasks = withTask(desk);
  const late = desk.submissions.flatMap((one) => {
    const payment = payments.get(one.subjectId);
    if (one.operation !== "payment.create" || one.closedAt !== null || !payment?.cutoffAt) return [];
    const missed = payment.cutoffAt < now && !tasks.has(payment.id);
    return missed ? [i2(payment.id, "missed its deadline, and no task says so")] : [];
  });
  return [...late, ...forgotten(desk, tasks)];
}

const i2 = (subject: string, what: string): Violation => ({ invariant: "I2", subject, what });

/** A payment that nothing is under way for, as every request for it was given up, and that waits all the same. */
function forgotten(desk: DeskRows, tasks: ReadonlySet<string>): Violation[] {
  const requests = groupBy(
    desk.submissions.filter((one) => one.operation === "payment.create"),
    (one) => one.subjectId,
  );
  return desk.payments
    .filter((one) => one.state === "ready" && !tasks.has(one.id))
    .filter((one) => requests.get(one.id)?.every((request) => request.state === "withdrawn"))
    .map((one) => i2(one.id, "is ready, nothing is under way for it, and no task says so"));
}
