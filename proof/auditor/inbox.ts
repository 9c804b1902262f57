import { type DeskRows, groupBy, type Violation } from "./rows";

/** I10: an accepted message is kept once, ends applied or parked before a person, and never half. */
export function inbox(desk: DeskRows): Violation[] {
  const found: Violation[] = [];
  const add = (subject: string, what: string) => found.push({ invariant: "I10", subject, what });
  const incoming = desk.messages.filter((one) => one.direction === "in");
  for (const [name, group] of groupBy(incoming, (one) => `${one.connectionId} ${one.dedupeKey}`))
    if (group.length > 1) add(name, `is kept ${group.length} times`);
  for (const one of incoming) {
    const applied = one.appliedAt !== null && one.effect !== null;
    if (one.state === "done" && !applied) add(one.id, "is done without having been applied");
    if (one.state !== "done" && one.appliedAt !== null) add(one.id, `is ${one.state} and applied`);
    if (one.state !== "waiting" && one.nextAt !== null) add(one.id, `is ${one.state} and due`);
    if (one.state !== "parked") continue;
    const shown = desk.tasks.some(
      (task) => task.kind === "message_parked" && task.subjectId === one.id && task.state === "open",
    );
    if (!shown) add(one.id, "is parked where nobody sees it");
  }
  return found;
}
