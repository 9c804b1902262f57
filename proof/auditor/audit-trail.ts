import { createHash } from "node:crypto";
import { type DeskRows, groupBy, type Violation } from "./rows";

type Entry = DeskRows["auditLog"][number];

/** The hash as docs and data say it is made: the one before, then every field in its order, as a JSON array. */
function hashOf(row: Entry): string {
  const fields = [row.previousHash, row.creditorId, row.seq, row.id, row.at.toISOString()];
  const who = [row.actorKind, row.actorId, row.actorName];
  const what = [row.action, row.noun, row.subjectId];
  const how = [row.before, row.after, row.reason, row.requestId].map((one) => one ?? "");
  return createHash("sha256")
    .update(JSON.stringify([...fields, ...who, ...what, ...how]))
    .digest("hex");
}

/** I9, the chain: every entry follows from the one before, and the head is the last. */
function chain(desk: DeskRows): Violation[] {
  const found: Violation[] = [];
  const logs = groupBy(desk.auditLog, (one) => one.creditorId);
  const heads = new Map(desk.auditHeads.map((one) => [one.creditorId, one]));
  for (const creditorId of new Set([...logs.keys(), ...heads.keys()])) {
    const add = (what: string) => found.push({ invariant: "I9", subject: creditorId, what });
    let previous = { seq: 0, hash: "" };
    for (const entry of (logs.get(creditorId) ?? []).sort((a, b) => a.seq - b.seq)) {
      if (entry.seq !== previous.seq + 1) add(`entry ${previous.seq + 1} is missing`);
      if (entry.previousHash !== previous.hash) add(`entry ${entry.seq} does not follow from the one before`);
      if (entry.hash !== hashOf(entry)) add(`entry ${entry.seq} was changed`);
      previous = entry;
    }
    const head = heads.get(creditorId);
    if (head?.seq !== previous.seq || head.hash !== previous.hash)
      add(`the head is ${head?.seq ?? "missing"}, the log ends at ${previous.seq}`);
  }
  return found;
}

/** How often each thing is written down, by a text that names it. */
function tally(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function differences(subjectOf: string, wanted: readonly string[], written: readonly string[]): Violation[] {
  const [want, have] = [tally(wanted), tally(written)];
  return [...new Set([...want.keys(), ...have.keys()])]
    .filter((name) => (want.get(name) ?? 0) !== (have.get(name) ?? 0))
    .map((name) => ({
      invariant: "I9",
      subject: name.split(" ")[0] ?? name,
      what: `${subjectOf}: ${want.get(name) ?? 0} times in the books, ${have.get(name) ?? 0} in the audit log: ${name}`,
    }));
}

const parsed = (text: string | null): Record<string, unknown> => JSON.parse(text ?? "{}");

/** I9: one audit entry per change. What is in the books and what is in the log are the same multiset. */
export function auditTrail(desk: DeskRows): Violation[] {
  const moves = desk.moves.map((one) => `${one.subjectId} ${one.noun}.${one.move} ${one.from}>${one.to}`);
  const audited = desk.auditLog
    .filter(
      (one) => one.before?.startsWith('{"state":') && (one.noun === "payment" || one.noun === "mandate"),
    )
    .map((one) => `${one.subjectId} ${one.action} ${parsed(one.before).state}>${parsed(one.after).state}`);

  const ofSubmission = (action: string) =>
    desk.auditLog
      .filter((one) => one.action === action)
      .map((one) => `${parsed(one.after).submission} ${action}`);
  const intended = desk.submissions.map((one) => `${one.id} submission.intended`);
  const closings = ["confirmed", "refused", "withdrawn"] as const;
  const closed = desk.submissions
    .filter((one) => one.closedAt !== null)
    .map((one) => `${one.id} submission.${one.state}`);
  const created = desk.payments
    .filter((one) => one.origin !== "provider")
    .map((one) => `${one.id} payment.created ${one.amountMinor} ${one.currency}`);
  const createdThen = desk.auditLog
    .filter((one) => one.action === "payment.created")
    .map((one) => {
      const { amountMinor, currency } = parsed(one.after);
      return `${one.subjectId} payment.created ${amountMinor} ${currency}`;
    });

  return [
    ...chain(desk),
    ...differences("a move", moves, audited),
    ...differences("an intent", intended, ofSubmission("submission.intended")),
    ...differences(
      "an end",
      closed,
      closings.flatMap((state) => ofSubmission(`submission.${state}`)),
    ),
    ...differences("a payment", created, createdThen),
  ];
}
