import { and, eq, inArray } from "drizzle-orm";
import { mandates, payments, tasks } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import type { Ctx } from "@/lib/context";
import type { Connection } from "@/lib/messages/store-exchange";
import { isOverdue } from "./overdue";

const MOST = 200;

/**
 * Takes off the lists what has been answered meanwhile without a move: a day that was put off, a record that the
 * provider shows again. A move takes its own tasks off at the door.
 */
export async function closeAnswered(ctx: Ctx, connection: Connection): Promise<void> {
  for (const noun of ["payment", "mandate"] as const) {
    const table = noun === "payment" ? payments : mandates;
    const open = await ctx.db.read
      .select({
        id: tasks.id,
        kind: tasks.kind,
        since: tasks.createdAt,
        subject: table.id,
        seen: table.evidenceAt,
      })
      .from(tasks)
      .innerJoin(table, eq(table.id, tasks.subjectId))
      .where(
        and(
          eq(tasks.creditorId, ctx.creditorId),
          eq(tasks.state, "open"),
          inArray(tasks.kind, ["stale", "missing_there"]),
          eq(table.connectionId, connection.id),
        ),
      )
      .limit(MOST);
    const answered: string[] = [];
    for (const { id, kind, since, subject, seen } of open) {
      const over =
        kind === "stale"
          ? !(await isOverdue(ctx, connection, { noun, id: subject }))
          : seen !== null && seen > since;
      if (over) answered.push(id);
    }
    if (answered.length === 0) continue;
    await inTransaction(ctx.db, async (tx) => {
      await tx
        .update(tasks)
        .set({ state: "done", closedAt: ctx.clock.now(), closedBy: ctx.actor.name })
        .where(and(inArray(tasks.id, answered), eq(tasks.state, "open")));
    });
  }
}
