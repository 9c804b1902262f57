import { and, count, eq, gte, inArray, isNull, ne, or, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { agreements, connections, mandates, moves, payments, tasks } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import type { MassEnd } from "@/lib/providers/contract";
import { closeTask, findOpenTask, openTask } from "@/lib/tasks/tasks";

type Mandate = typeof mandates.$inferSelect;
type Task = typeof tasks.$inferSelect;

const A_DAY_MS = 24 * 3_600_000;
const standing = ["active", "suspended"] as const;
const counting = ["ready", "pending", "scheduled"] as const;

/**
 * What follows when a mandate has ended: somebody is told of the payments that count on it. When many of one agreement
 * end within a day it may be a change of bank, with new mandates in the days after: then nothing follows by itself, and
 * one task says so. It is open as long as it is so.
 */
export async function followEnd(tx: Tx, ctx: Ctx, mandate: Mandate): Promise<void> {
  // What we ended ourselves is no surprise.
  if (mandate.endedBy === "creditor") return;
  const held = await findOpenTask(tx, "mass_end", mandate.agreementId);
  if (held) {
    const more = Number(held.params.count ?? 0) + 1;
    await tx
      .update(tasks)
      .set({ params: { ...held.params, count: more } })
      .where(eq(tasks.id, held.id));
    return;
  }
  const ended = await tooManyOf(tx, ctx, mandate);
  if (ended === null) await tellOfPayments(tx, ctx, [mandate]);
  else await hold(tx, ctx, mandate, ended);
}

/** How many mandates of its agreement ended within a day, when that is too many; else null. */
async function tooManyOf(tx: Tx, ctx: Ctx, mandate: Mandate): Promise<number | null> {
  const [connection] = await tx.select().from(connections).where(eq(connections.id, mandate.connectionId));
  const module = ctx.providers[mandate.provider];
  const limits = connection && module?.massEnd?.(connection.environment, connection.settings);
  if (!limits) return null;
  const since = new Date(ctx.clock.now().getTime() - A_DAY_MS);
  const ended = (await endedSince(tx, ctx, mandate.agreementId, since)).length;
  if (ended < limits.floor) return null;
  const many = ended > limits.count || (await isLargeShare(tx, mandate, ended, limits));
  return many ? ended : null;
}

/** Only as many as decide it are counted: an agreement may have a hundred thousand. */
async function isLargeShare(tx: Tx, mandate: Mandate, ended: number, limits: MassEnd): Promise<boolean> {
  const enough = Math.ceil((ended * 100) / limits.percent) - ended;
  const left = await tx
    .select({ id: mandates.id })
    .from(mandates)
    .where(
      and(
        eq(mandates.connectionId, mandate.connectionId),
        inArray(mandates.state, [...standing]),
        eq(mandates.agreementId, mandate.agreementId),
      ),
    )
    .limit(enough);
  return left.length < enough;
}

async function endedSince(tx: Tx, ctx: Ctx, agreementId: string, since: Date): Promise<Mandate[]> {
  const rows = await tx
    .select({ mandate: mandates })
    .from(moves)
    .innerJoin(mandates, eq(mandates.id, moves.subjectId))
    .where(
      and(
        // Word for word as the index has it.
        sql`${moves.move} = 'end'`,
        eq(moves.creditorId, ctx.creditorId),
        gte(moves.at, since),
        eq(mandates.agreementId, agreementId),
        eq(mandates.state, "ended"),
        or(isNull(mandates.endedBy), ne(mandates.endedBy, "creditor")),
      ),
    );
  return rows.map((row) => row.mandate);
}

async function hold(tx: Tx, ctx: Ctx, mandate: Mandate, ended: number): Promise<void> {
  const [agreement] = await tx.select().from(agreements).where(eq(agreements.id, mandate.agreementId));
  await openTask(tx, ctx, {
    kind: "mass_end",
    noun: "agreement",
    subjectId: mandate.agreementId,
    role: "finance",
    params: { count: ended, agreement: agreement?.name ?? "" },
  });
  // What was said of the first of them, before they were many, is held back with the rest.
  const since = new Date(ctx.clock.now().getTime() - A_DAY_MS);
  for (const one of await endedSince(tx, ctx, mandate.agreementId, since))
    await closeTask(tx, ctx, "mandate_gone", one.id);
}

/** A person has said that they are gone: what was held back for them follows now, but for those that came back. */
export async function followHeldEnds(tx: Tx, ctx: Ctx, held: Task): Promise<void> {
  const since = new Date(held.createdAt.getTime() - A_DAY_MS);
  await tellOfPayments(tx, ctx, await endedSince(tx, ctx, held.subjectId, since));
}

/** A task for each that has payments counting on it and has not come back under its customer number. */
async function tellOfPayments(tx: Tx, ctx: Ctx, ended: readonly Mandate[]): Promise<void> {
  for (const mandate of ended) {
    const [open] = await tx
      .select({ count: count() })
      .from(payments)
      .where(and(eq(payments.mandateId, mandate.id), inArray(payments.state, [...counting])));
    if (!open?.count || (await cameBack(tx, mandate))) continue;
    await openTask(tx, ctx, {
      kind: "mandate_gone",
      noun: "mandate",
      subjectId: mandate.id,
      role: "agent",
      params: { debtor: mandate.debtorName, count: open.count },
    });
  }
}

async function cameBack(tx: Tx, mandate: Mandate): Promise<boolean> {
  const rows = await tx
    .select({ id: mandates.id })
    .from(mandates)
    .where(
      and(
        eq(mandates.creditorId, mandate.creditorId),
        eq(mandates.customerNumber, mandate.customerNumber),
        eq(mandates.scheme, mandate.scheme),
        inArray(mandates.state, ["pending", "active"]),
      ),
    )
    .limit(1);
  return rows.length > 0;
}
