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

/**
 * A desk's books, whole. One table after the other: nobody may write meanwhile, or hand in the reader of a transaction
 * that sees one moment.
 */
export async function readDesk(read: Reader): Promise<DeskRows> {
  return {
    connections: await read.select().from(connections),
    agreements: await read.select().from(agreements),
    mandates: await read.select().from(mandates),
    payments: await read.select().from(payments),
    moves: await read.select().from(moves),
    submissions: await read.select().from(submissions),
    attempts: await read.select().from(attempts),
    messages: await read.select().from(messages),
    tasks: await read.select().from(tasks),
    counters: await read.select().from(counters),
    auditLog: await read.select().from(auditLog),
    auditHeads: await read.select().from(auditHeads),
  };
}
