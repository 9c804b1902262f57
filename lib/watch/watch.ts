import { and, eq, isNull, lte, or } from "drizzle-orm";
import { connections, credentials, mandates, payments } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { findConnection, openLine } from "@/lib/connections/open-line";
import type { Ctx } from "@/lib/context";
import { hintFor } from "@/lib/inbox/ask";
import { readHint } from "@/lib/inbox/read-again";
import { AppError } from "@/lib/kernel/errors";
import type { Connection } from "@/lib/messages/store-exchange";
import type { Line } from "@/lib/providers/contract";
import { closeTask, openTask } from "@/lib/tasks/tasks";
import { closeAnswered } from "./answered";
import { countOverduePayments, type Overdue, overdueMandates, overduePayments } from "./overdue";
import { noteStranded } from "./stranded";
import { type Unseen, unseenRecords } from "./unseen";

const EVERY_MS = 15 * 60_000;
/** More silent payments than this on one connection are one thing to look at, such as a late file, and not so many. */
const ONE_BY_ONE = 20;

/** Connections whose turn has come to be looked over for news that should have come. */
export function dueWatches(ctx: Ctx) {
  const now = ctx.clock.now();
  return ctx.db.read
    .selectDistinct({ id: connections.id, creditorId: connections.creditorId })
    .from(connections)
    .innerJoin(credentials, and(eq(credentials.connectionId, connections.id), isNull(credentials.retiredAt)))
    .where(or(isNull(connections.nextWatchAt), lte(connections.nextWatchAt, now)));
}

/** Takes the turn by a unique write: of two workers one goes on. */
async function takeTurn(ctx: Ctx, id: string): Promise<boolean> {
  const now = ctx.clock.now();
  return inTransaction(ctx.db, async (tx) => {
    const taken = await tx
      .update(connections)
      .set({ nextWatchAt: new Date(now.getTime() + EVERY_MS) })
      .where(
        and(
          eq(connections.id, id),
          eq(connections.creditorId, ctx.creditorId),
          or(isNull(connections.nextWatchAt), lte(connections.nextWatchAt, now)),
        ),
      )
      .returning();
    return taken.length > 0;
  });
}

/**
 * Looks for silence: news that the calendar expects, and records that the provider has not shown for a day. The provider
 * is asked first, by name; only what is still so then becomes a dated task, once. And whatever is held back on nobody's list.
 * Nothing is moved, sent or resolved here but by what the provider answers.
 */
export async function watchConnection(ctx: Ctx, id: string): Promise<void> {
  if (!(await takeTurn(ctx, id))) return;
  const connection = await findConnection(ctx.db.read, ctx.creditorId, id);
  await noteStranded(ctx, connection);
  try {
    const line = await openLine(ctx, connection);
    await closeAnswered(ctx, connection);
    if (!(await askAboutSilent(ctx, connection, line))) return;
    await askAboutUnseen(ctx, connection, line);
  } catch (error) {
    // Not ready to be asked: its turn comes again.
    if (!(error instanceof AppError)) throw error;
  }
}

type About = Pick<Overdue, "noun" | "id">;

/** Asks the provider about one record; "unreadable" ends the round, for the others would fare alike. */
async function ask(
  ctx: Ctx,
  connection: Connection,
  line: Line,
  about: About,
): Promise<"unreadable" | "absent" | "read"> {
  const table = about.noun === "mandate" ? mandates : payments;
  await inTransaction(ctx.db, async (tx) => {
    await tx.update(table).set({ askedAt: ctx.clock.now() }).where(eq(table.id, about.id));
  });
  const read = await readHint(ctx, connection, line, await hintFor(ctx, about));
  if (!read.complete) return "unreadable";
  return read.absent > 0 && read.admitted.length === 0 ? "absent" : "read";
}

/** False when the provider could not be read. */
async function askAboutSilent(ctx: Ctx, connection: Connection, line: Line): Promise<boolean> {
  const find = async () => [
    ...(await overduePayments(ctx, connection, ONE_BY_ONE + 1)),
    ...(await overdueMandates(ctx, connection, ONE_BY_ONE + 1)),
  ];
  for (const about of await find())
    if ((await ask(ctx, connection, line, about)) === "unreadable") return false;
  const still = await find();
  const many = still.filter(({ noun }) => noun === "payment").length > ONE_BY_ONE;
  const count = many ? await countOverduePayments(ctx, connection) : 0;
  await inTransaction(ctx.db, async (tx) => {
    if (!many) await closeTask(tx, ctx, "stale", connection.id);
    else
      await openTask(tx, ctx, {
        kind: "stale",
        noun: "connection",
        subjectId: connection.id,
        role: "finance",
        params: { count, connection: connection.name },
        dueAt: ctx.clock.now(),
      });
    for (const one of still.filter(({ noun }) => noun === "mandate" || !many))
      await openTask(tx, ctx, {
        kind: "stale",
        noun: one.noun,
        subjectId: one.id,
        role: one.noun === "mandate" ? "agent" : "finance",
        params: { debtor: one.debtorName },
        dueAt: one.since,
        ...(one.amountMinor === undefined ? {} : { amountMinor: one.amountMinor }),
        ...(one.currency === undefined ? {} : { currency: one.currency }),
      });
  });
  return true;
}

/** What is not there is shown to a person; nothing is sent again. */
async function askAboutUnseen(ctx: Ctx, connection: Connection, line: Line): Promise<void> {
  const absent: Unseen[] = [];
  for (const about of await unseenRecords(ctx, connection, ONE_BY_ONE)) {
    const answer = await ask(ctx, connection, line, about);
    if (answer === "unreadable") return;
    if (answer === "absent") absent.push(about);
  }
  if (absent.length === 0) return;
  await inTransaction(ctx.db, async (tx) => {
    for (const { noun, id, debtorName, amountMinor, currency, dueAt } of absent)
      await openTask(tx, ctx, {
        kind: "missing_there",
        noun,
        subjectId: id,
        role: noun === "payment" ? "finance" : "agent",
        params: { debtor: debtorName },
        dueAt,
        ...(amountMinor === null ? {} : { amountMinor }),
        ...(currency === null ? {} : { currency }),
      });
  });
}
