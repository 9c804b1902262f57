import { type DeskRows, groupBy, type Violation } from "./rows";

/** Moves that only a provider's word may make; all others are a person's. */
const onEvidence: Record<string, readonly string[]> = {
  mandate: ["receipt", "activate", "fail", "end"],
  payment: ["receipt", "schedule", "relist", "settle", "reject", "give_back", "cancelled_there"],
};
const withReason = ["suspend", "record_end", "cancel"];

/** I6: no final state without stored evidence: an answer, a re-read, or a named person's reason. */
export function evidence(desk: DeskRows): Violation[] {
  const found: Violation[] = [];
  const add = (subject: string, what: string) => found.push({ invariant: "I6", subject, what });
  const stored = new Set(desk.messages.map((one) => one.id));
  for (const move of desk.moves) {
    if (onEvidence[move.noun]?.includes(move.move)) {
      if (!move.messageId || !stored.has(move.messageId))
        add(move.subjectId, `${move.move} without a stored message`);
    } else if (move.actorKind !== "person" && move.actorKind !== "api")
      add(move.subjectId, `${move.move} by ${move.actorKind}`);
    else if (withReason.includes(move.move) && move.cause === "")
      add(move.subjectId, `${move.move} without a reason`);
  }
  for (const row of [...desk.payments, ...desk.mandates])
    if (row.evidenceId !== null && !stored.has(row.evidenceId))
      add(row.id, "its evidence is not among the messages");

  const attempts = groupBy(desk.attempts, (one) => one.submissionId);
  const answers = new Set(desk.messages.filter((one) => one.result === "answered").map((one) => one.id));
  const told = groupBy(desk.messages, (one) => one.submissionId ?? "");
  for (const submission of desk.submissions) {
    const by = (state: string) => (attempts.get(submission.id) ?? []).find((one) => one.state === state);
    const byPerson = Boolean(submission.resolvedBy && submission.detail);
    const answered = (state: string) => answers.has(by(state)?.messageId ?? "");
    const lookedUp = submission.resolution === "found" && by("accepted") && told.has(submission.id);
    if (submission.state === "confirmed" && !answered("accepted") && !lookedUp && !byPerson)
      add(submission.id, "is confirmed by nothing that is stored");
    if (submission.state === "refused" && !answered("refused"))
      add(submission.id, "is refused by nothing that is stored");
    if (submission.state === "withdrawn" && !submission.detail)
      add(submission.id, "is withdrawn without a reason");
  }
  return found;
}
