import { sql } from "drizzle-orm";
import type { Admitted } from "@/lib/evidence/admitted";
import type { Operation } from "@/lib/providers/contract";
import type { Kit } from "../dialect/postgres";

export type SubmissionState = "intended" | "in_flight" | "unknown" | "confirmed" | "refused" | "withdrawn";
export type AttemptState = "recorded" | "permitted" | "accepted" | "refused" | "held" | "unknown";
export type SubjectNoun = "mandate" | "payment" | "agreement" | "connection";

/** The way out (submissions and their attempts), the way in (messages), and the work that both leave for people. */
export function journeyTables(k: Kit) {
  const submissions = k.table(
    "submissions",
    {
      id: k.text().primaryKey(),
      creditorId: k.text().notNull(),
      connectionId: k.text().notNull(),
      operation: k.text().$type<Operation>().notNull(),
      noun: k.text().$type<SubjectNoun>().notNull(),
      subjectId: k.text().notNull(),
      state: k.text().$type<SubmissionState>().notNull(),
      /** The intent as the adapter takes it, sealed: it may hold a CPR or an account. */
      intentSealed: k.text().notNull(),
      key: k.text().notNull(),
      /** Who wanted it. */
      actorId: k.text().notNull(),
      actorName: k.text().notNull(),
      /** When a worker may next take it; null once it is closed or waits for a person. */
      nextAt: k.instant(),
      /** What is due goes by this: the cut-off of a payment; of anything else the moment it was wanted. */
      deadlineAt: k.instant().notNull(),
      /** The amount, negated: ascending like the deadline, so that one index has the most urgent and largest first. */
      valueRank: k.big().notNull(),
      leaseUntil: k.instant(),
      /** Rises with every lease: a late writer holds an older number and is refused. */
      fence: k.int().notNull(),
      tries: k.int().notNull(),
      /** The provider must be asked before the next send: the key may replay a stored failure. */
      keySpent: k.bool().notNull(),
      /** Failures on our own side in a row; after five it is parked. */
      faults: k.int().notNull(),
      sentAt: k.instant(),
      lookUps: k.int().notNull(),
      lastLookUpAt: k.instant(),
      absences: k.int().notNull(),
      firstAbsenceAt: k.instant(),
      detail: k.text(),
      refusal: k.json<{
        code: string;
        text: string | null;
        kind: string;
        fields: Record<string, string>;
        traceId: string | null;
      }>(),
      resolution: k.text(),
      resolvedBy: k.text(),
      createdAt: k.instant().notNull(),
      closedAt: k.instant(),
      version: k.int().notNull(),
    },
    (t) => [
      k
        .uniqueIndex("submissions_one_open")
        .on(t.operation, t.subjectId)
        .where(sql`state in ('intended', 'in_flight', 'unknown')`),
      k
        .index("submissions_turns")
        .on(t.state, t.connectionId, t.deadlineAt, t.valueRank)
        .where(sql`next_at is not null`),
      k.index("submissions_newest").on(t.creditorId, t.createdAt, t.id),
      k.index("submissions_state").on(t.creditorId, t.state, t.createdAt, t.id),
      k.index("submissions_subject").on(t.subjectId, t.createdAt),
      k.index("submissions_key").on(t.creditorId, t.key),
      k.index("submissions_connection").on(t.connectionId, t.createdAt, t.id),
      k.index("submissions_denied").on(t.connectionId, t.closedAt).where(sql`resolution = 'did_not_happen'`),
    ],
  );

  const attempts = k.table(
    "attempts",
    {
      id: k.text().primaryKey(),
      submissionId: k.text().notNull(),
      n: k.int().notNull(),
      state: k.text().$type<AttemptState>().notNull(),
      fence: k.int().notNull(),
      key: k.text().notNull(),
      method: k.text().notNull(),
      path: k.text().notNull(),
      /** The prepared request, sealed: every repeat sends these very bytes. */
      preparedSealed: k.text().notNull(),
      bodySha256: k.text().notNull(),
      messageId: k.text(),
      detail: k.text(),
      recordedAt: k.instant().notNull(),
      permittedAt: k.instant(),
      answeredAt: k.instant(),
    },
    (t) => [
      k.uniqueIndex("attempts_n").on(t.submissionId, t.n),
      k.uniqueIndex("attempts_one_open").on(t.submissionId).where(sql`state in ('recorded', 'permitted')`),
    ],
  );

  /** Raw messages out with their answers, and in; scrubbed before they are stored. The evidence. */
  const messages = k.table(
    "messages",
    {
      id: k.text().primaryKey(),
      creditorId: k.text().notNull(),
      connectionId: k.text().notNull(),
      direction: k.text().$type<"out" | "in">().notNull(),
      title: k.text().notNull(),
      method: k.text().notNull(),
      url: k.text().notNull(),
      requestHeaders: k.json<Record<string, string>>().notNull(),
      requestBody: k.text().notNull(),
      result: k.text().$type<"answered" | "lost" | "not_sent" | "received">().notNull(),
      status: k.int(),
      answerHeaders: k.json<Record<string, string>>(),
      answerBody: k.text(),
      detail: k.text(),
      ms: k.int(),
      at: k.instant().notNull(),
      submissionId: k.text(),
      subjectId: k.text(),
      // Of messages in only:
      authenticity: k.text().$type<"signed" | "unsigned" | "refused">(),
      dedupeKey: k.text(),
      repeats: k.int().notNull(),
      hints: k.json<unknown>(),
      state: k.text().$type<"done" | "waiting" | "parked">().notNull(),
      tries: k.int().notNull(),
      nextAt: k.instant(),
      leaseUntil: k.instant(),
      fence: k.int().notNull(),
      /** What it changed, or why nothing. */
      effect: k.text(),
      /** What each piece of evidence did that was read because of it; those that told something. */
      outcome: k.json<Admitted[]>(),
      appliedAt: k.instant(),
    },
    (t) => [
      k.uniqueIndex("messages_once").on(t.connectionId, t.dedupeKey),
      k.index("messages_turns").on(t.connectionId, t.nextAt).where(sql`next_at is not null`),
      k.index("messages_newest").on(t.creditorId, t.at, t.id),
      k.index("messages_direction").on(t.creditorId, t.direction, t.at, t.id),
      k.index("messages_state").on(t.creditorId, t.direction, t.state, t.at, t.id),
      k.index("messages_connection").on(t.connectionId, t.direction, t.at, t.id),
      k.index("messages_subject").on(t.subjectId, t.at),
      k.index("messages_submission").on(t.submissionId, t.at),
    ],
  );

  /** Messages that were refused as forged: counted, never kept, so that a flood of them fills nothing. */
  const refusedMessages = k.table("refused_messages", {
    connectionId: k.text().primaryKey(),
    creditorId: k.text().notNull(),
    count: k.big().notNull(),
    lastAt: k.instant().notNull(),
  });

  /** Something a person has to look at; at most one open task per kind and subject. */
  const tasks = k.table(
    "tasks",
    {
      id: k.text().primaryKey(),
      creditorId: k.text().notNull(),
      kind: k.text().notNull(),
      noun: k.text().notNull(),
      subjectId: k.text().notNull(),
      params: k.json<Record<string, string | number>>().notNull(),
      role: k.text().$type<"agent" | "finance" | "admin">().notNull(),
      state: k.text().$type<"open" | "done">().notNull(),
      amountMinor: k.big(),
      currency: k.text(),
      dueAt: k.instant(),
      /** Whoever said that it is theirs. */
      ownerId: k.text(),
      ownerName: k.text(),
      /** Off the list until then, never past a cut-off. */
      snoozedUntil: k.instant(),
      createdAt: k.instant().notNull(),
      closedAt: k.instant(),
      closedBy: k.text(),
    },
    (t) => [
      k.uniqueIndex("tasks_one_open").on(t.kind, t.subjectId).where(sql`state = 'open'`),
      k.index("tasks_open").on(t.creditorId, t.state, t.createdAt, t.id),
      k.index("tasks_due").on(t.creditorId, t.dueAt, t.id).where(sql`state = 'open' and due_at is not null`),
      k.index("tasks_subject").on(t.subjectId),
    ],
  );

  return { submissions, attempts, messages, refusedMessages, tasks };
}
