import { asc } from "drizzle-orm";
import type { Reader } from "@/db/client";
import {
  agreements,
  attempts,
  auditHeads,
  auditLog,
  connections,
  counters,
  mandates,
  messages,
  moves,
  payments,
  submissions,
  tasks,
} from "@/db/schema";
import type { DeskRows } from "./rows";

const inOrder = [
  asc(counters.creditorId),
  asc(counters.noun),
  asc(counters.bucket),
  asc(counters.state),
  asc(counters.currency),
  asc(counters.test),
];

/**
 * A desk's books, whole, each table in one order on every database. One table after the other: nobody may write meanwhile, or hand in the reader of a transaction
 * that sees one moment.
 */
export async function readDesk(read: Reader): Promise<DeskRows> {
  return {
    connections: await read.select().from(connections).orderBy(asc(connections.id)),
    agreements: await read.select().from(agreements).orderBy(asc(agreements.id)),
    mandates: await read.select().from(mandates).orderBy(asc(mandates.id)),
    payments: await read.select().from(payments).orderBy(asc(payments.id)),
    moves: await read.select().from(moves).orderBy(asc(moves.id)),
    submissions: await read.select().from(submissions).orderBy(asc(submissions.id)),
    attempts: await read.select().from(attempts).orderBy(asc(attempts.id)),
    messages: await read.select().from(messages).orderBy(asc(messages.id)),
    tasks: await read.select().from(tasks).orderBy(asc(tasks.id)),
    counters: await read
      .select()
      .from(counters)
      .orderBy(...inOrder),
    auditLog: await read.select().from(auditLog).orderBy(asc(auditLog.creditorId), asc(auditLog.seq)),
    auditHeads: await read.select().from(auditHeads).orderBy(asc(auditHeads.creditorId)),
  };
}
