import type { DeskRows, Invariant, ProviderRows } from "../rows";

export interface Books {
  desk: DeskRows;
  provider: ProviderRows;
  now: Date;
}

/** The first row like this; planting must not miss. */
export function one<T>(rows: readonly T[], like: (row: T) => boolean = () => true): T {
  const row = rows.find(like);
  if (row === undefined) throw new Error("there is no such row to spoil");
  return row;
}
function raise<K extends string>(row: Record<K, number>, name: K): void {
  row[name] = row[name] + 1;
}
function drop<T>(rows: T[], like: (row: T) => boolean): void {
  rows.splice(rows.indexOf(one(rows, like)), 1);
}
const debit = ({ provider }: Books) => one(provider.effects, (row) => row.kind === "debit.created");
const paymentOf = ({ desk }: Books, state: string) => one(desk.payments, (row) => row.state === state);
const intentOf = ({ desk }: Books, like: Partial<DeskRows["submissions"][number]>) =>
  one(desk.submissions, (row) =>
    Object.entries(like).every(([name, value]) => Reflect.get(row, name) === value),
  );
const triesOf = ({ desk }: Books, submissionId: string) =>
  desk.attempts.filter((row) => row.submissionId === submissionId).sort((a, b) => a.n - b.n);

/** Each plants one lie. What it names is found, whatever else falls over with it. */
export const lies: [Invariant, string, (of: Books) => void][] = [
  ["I1", "a second debit", (of) => of.provider.effects.push({ ...debit(of), id: "another" })],
  [
    "I1",
    "a debit of which the desk knows nothing",
    (of) => of.provider.effects.push({ ...debit(of), ours: "x" }),
  ],
  ["I1", "another amount", (of) => Object.assign(debit(of), { amountMinor: 1 })],
  [
    "I1",
    "a confirmed payment that is not there",
    (of) => drop(of.provider.effects, (row) => row === debit(of)),
  ],
  [
    "I1",
    "a debit for a payment that was given up",
    (of) => of.provider.effects.push({ ...debit(of), ours: paymentOf(of, "cancelled").reference }),
  ],
  [
    "I1",
    "a debit for a payment that was refused",
    (of) =>
      of.provider.effects.push({
        ...debit(of),
        ours: one(of.desk.payments, (row) => row.id === intentOf(of, { state: "refused" }).subjectId)
          .reference,
      }),
  ],
  [
    "I2",
    "a missed deadline without a task",
    (of) => {
      const intent = intentOf(of, { operation: "payment.create", state: "confirmed" });
      Object.assign(intent, { closedAt: null, nextAt: null });
      of.desk.tasks = of.desk.tasks.filter((row) => row.subjectId !== intent.subjectId);
    },
  ],
  [
    "I2",
    "a payment that nothing is under way for, without a task",
    (of) => {
      const intent = intentOf(of, { operation: "payment.create", state: "confirmed" });
      Object.assign(intent, { state: "withdrawn" });
      one(of.desk.payments, (row) => row.id === intent.subjectId).state = "ready";
      of.desk.tasks = of.desk.tasks.filter((row) => row.subjectId !== intent.subjectId);
    },
  ],
  [
    "I3",
    "two open attempts",
    (of) => {
      for (const row of triesOf(of, intentOf(of, { tries: 2 }).id)) row.state = "recorded";
    },
  ],
  [
    "I3",
    "two open intents for one effect",
    (of) =>
      of.desk.submissions.push(
        { ...intentOf(of, { state: "confirmed" }), id: "sub_2" },
        {
          ...intentOf(of, { state: "confirmed" }),
          id: "sub_3",
        },
      ),
  ],
  [
    "I3",
    "a permit that the submission does not count",
    (of) => Object.assign(intentOf(of, { tries: 1 }), { tries: 0 }),
  ],
  [
    "I3",
    "a lost attempt",
    (of) => drop(of.desk.attempts, (row) => row.n === 1 && triesOf(of, row.submissionId).length > 1),
  ],
  [
    "I4",
    "a repeat with other bytes",
    (of) => Object.assign(triesOf(of, intentOf(of, { tries: 2 }).id)[1] ?? {}, { bodySha256: "else" }),
  ],
  [
    "I4",
    "a repeat that came with other bytes",
    (of) => of.provider.writes.push({ ...one(of.provider.writes, (row) => row.key !== null), body: "{}" }),
  ],
  [
    "I5",
    "a request that nobody recorded",
    (of) => of.provider.writes.push({ ...one(of.provider.writes), path: "/x" }),
  ],
  ["I5", "a permit used twice", (of) => of.provider.writes.push({ ...one(of.provider.writes) })],
  [
    "I5",
    "a request from before its permit",
    (of) => {
      const write = one(of.provider.writes, (row) => row.path.endsWith("/payments"));
      write.at = new Date(write.at.getTime() - 3_600_000);
    },
  ],
  [
    "I6",
    "a move without its message",
    (of) =>
      Object.assign(
        one(of.desk.moves, (row) => row.move === "receipt"),
        { messageId: null },
      ),
  ],
  [
    "I6",
    "a proof that is not there",
    (of) => Object.assign(paymentOf(of, "settled"), { evidenceId: "msg_none" }),
  ],
  [
    "I6",
    "a person's move by the worker",
    (of) =>
      Object.assign(
        one(of.desk.moves, (row) => row.move === "suspend"),
        { actorKind: "worker" },
      ),
  ],
  [
    "I6",
    "a cancellation without a reason",
    (of) =>
      Object.assign(
        one(of.desk.moves, (row) => row.move === "cancel"),
        { cause: "" },
      ),
  ],
  [
    "I6",
    "a confirmation by nothing",
    (of) => Object.assign(intentOf(of, { resolution: "found" }), { resolution: null }),
  ],
  [
    "I6",
    "a refusal by nothing",
    (of) =>
      Object.assign(triesOf(of, intentOf(of, { state: "refused" }).id).at(-1) ?? {}, { messageId: null }),
  ],
  [
    "I6",
    "a withdrawal without a reason",
    (of) => Object.assign(intentOf(of, { state: "withdrawn" }), { detail: null }),
  ],
  [
    "I7",
    "an edge that is not declared",
    (of) =>
      Object.assign(
        one(of.desk.moves, (row) => row.move === "settle"),
        { from: "cancelled" },
      ),
  ],
  ["I7", "a state without a move", (of) => Object.assign(paymentOf(of, "settled"), { state: "chargeback" })],
  ["I7", "a lost move", (of) => drop(of.desk.moves, (row) => row.version === 1)],
  ["I7", "a version too many", (of) => raise(paymentOf(of, "settled"), "version")],
  [
    "I8",
    "a wrong count",
    (of) =>
      raise(
        one(of.desk.counters, (row) => row.noun === "payments"),
        "count",
      ),
  ],
  [
    "I8",
    "a wrong sum",
    (of) =>
      raise(
        one(of.desk.counters, (row) => row.noun === "payments"),
        "amountMinor",
      ),
  ],
  [
    "I8",
    "a missing counter",
    (of) => drop(of.desk.counters, (row) => row.noun === "at_risk" && row.count > 0),
  ],
  ["I8", "an amount with a fraction", (of) => Object.assign(paymentOf(of, "settled"), { amountMinor: 0.5 })],
  ["I9", "a changed entry", (of) => Object.assign(one(of.desk.auditLog), { actorName: "somebody else" })],
  ["I9", "a removed entry", (of) => drop(of.desk.auditLog, (row) => row.seq === 3)],
  ["I9", "a cut end", (of) => void of.desk.auditLog.sort((a, b) => a.seq - b.seq).pop()],
  ["I9", "a move that nobody wrote down", (of) => of.desk.moves.push({ ...one(of.desk.moves), id: "mov_2" })],
  [
    "I9",
    "a payment that nobody wrote down",
    (of) => of.desk.payments.push({ ...paymentOf(of, "settled"), id: "pay_2" }),
  ],
  [
    "I10",
    "a message kept twice",
    (of) => of.desk.messages.push({ ...one(of.desk.messages, (row) => row.direction === "in") }),
  ],
  [
    "I10",
    "a message done without effect",
    (of) =>
      Object.assign(
        one(of.desk.messages, (row) => row.direction === "in"),
        { effect: null },
      ),
  ],
  [
    "I10",
    "a message parked unseen",
    (of) =>
      Object.assign(
        one(of.desk.messages, (row) => row.direction === "in"),
        { state: "parked" },
      ),
  ],
  [
    "I11",
    "a live payment under a test agreement",
    (of) => Object.assign(paymentOf(of, "settled"), { test: false }),
  ],
  [
    "I11",
    "another creditor's payment",
    (of) => Object.assign(paymentOf(of, "settled"), { creditorId: "cre_2" }),
  ],
  [
    "I12",
    "an open intent that nobody will take",
    (of) => Object.assign(intentOf(of, { state: "confirmed" }), { state: "intended", closedAt: null }),
  ],
  [
    "I12",
    "a record that shows what is over",
    (of) => Object.assign(paymentOf(of, "settled"), { sending: "unknown" }),
  ],
  [
    "I12",
    "a message that waits for ever",
    (of) =>
      Object.assign(
        one(of.desk.messages, (row) => row.direction === "in"),
        { state: "waiting", appliedAt: null },
      ),
  ],
];
