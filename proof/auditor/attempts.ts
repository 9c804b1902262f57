import { createHash } from "node:crypto";
import { type DeskRows, groupBy, type ProviderRows, type Violation } from "./rows";

const openStates = ["intended", "in_flight", "unknown"];

/** I3: at most one open attempt per intent, one open intent per effect, and both say the same. */
export function oneOpenAttempt(desk: DeskRows): Violation[] {
  const found: Violation[] = [];
  const add = (subject: string, what: string) => found.push({ invariant: "I3", subject, what });
  const bySubmission = groupBy(desk.attempts, (one) => one.submissionId);
  for (const submission of desk.submissions) {
    const tries = (bySubmission.get(submission.id) ?? []).sort((a, b) => a.n - b.n);
    const open = tries.filter((one) => one.state === "recorded" || one.state === "permitted");
    if (open.length > 1) add(submission.id, `has ${open.length} open attempts`);
    if (tries.some((one, index) => one.n !== index + 1)) add(submission.id, "its attempts are not 1, 2, 3 …");
    const permitted = tries.filter((one) => one.state === "permitted").length;
    if ((submission.state === "in_flight") !== (permitted === 1))
      add(submission.id, `is ${submission.state} with ${permitted} permitted attempts`);
    if (submission.closedAt !== null && open.length > 0) add(submission.id, "is closed with an open attempt");
    const sent = tries.filter((one) => one.permittedAt !== null).length;
    if (sent !== submission.tries) add(submission.id, `says ${submission.tries} tries, had ${sent} permits`);
  }
  const open = desk.submissions.filter((one) => openStates.includes(one.state));
  for (const [name, group] of groupBy(open, (one) => `${one.operation} ${one.subjectId}`))
    if (group.length > 1) add(name, `is intended ${group.length} times`);
  return found;
}

const signature = (method: string, path: string, sha256: string) => `${method} ${path} ${sha256}`;

/** I4: every repeat of an attempt sends identical bytes under its key. */
export function sameBytes(desk: DeskRows, provider: ProviderRows): Violation[] {
  const found: Violation[] = [];
  // What never left binds nobody: a replanned payment is prepared anew under its key.
  const left = desk.attempts.filter((one) => one.permittedAt !== null && one.state !== "held");
  for (const [name, group] of groupBy(left, (one) => `${one.submissionId} ${one.key}`))
    if (new Set(group.map((one) => signature(one.method, one.path, one.bodySha256))).size > 1)
      found.push({ invariant: "I4", subject: name, what: "was sent with different bytes" });
  const keyed = provider.writes.filter((one) => one.key !== null);
  for (const [name, group] of groupBy(keyed, (one) => `${one.provider} ${one.key}`))
    if (new Set(group.map((one) => `${one.method} ${one.path} ${one.body}`)).size > 1)
      found.push({ invariant: "I4", subject: name, what: "came with different bytes" });
  return found;
}

/** I5: no request leaves before its attempt is durably committed, and no permit is used twice. */
export function recordedFirst(desk: DeskRows, provider: ProviderRows): Violation[] {
  const found: Violation[] = [];
  const connectionOf = new Map(desk.submissions.map((one) => [one.id, one.connectionId]));
  const providerOf = new Map(desk.connections.map((one) => [one.id, one.provider]));
  const permits = desk.attempts.flatMap(({ submissionId, method, path, bodySha256, permittedAt }) => {
    const owner = providerOf.get(connectionOf.get(submissionId) ?? "");
    return permittedAt ? [{ name: signature(`${owner} ${method}`, "", bodySha256), path, permittedAt }] : [];
  });
  const unused = groupBy(permits, (one) => one.name);
  for (const write of [...provider.writes].sort((a, b) => a.at.getTime() - b.at.getTime())) {
    const sha256 = createHash("sha256").update(write.body).digest("hex");
    const own = unused.get(signature(`${write.provider} ${write.method}`, "", sha256)) ?? [];
    // The path there may have the base address's own path before ours.
    const used = own.findIndex((one) => write.path.endsWith(one.path) && one.permittedAt <= write.at);
    if (used >= 0) own.splice(used, 1);
    else
      found.push({
        invariant: "I5",
        subject: write.key ?? `${write.method} ${write.path}`,
        what: `reached ${write.provider} at ${write.at.toISOString()} without a permit of its own`,
      });
  }
  return found;
}
