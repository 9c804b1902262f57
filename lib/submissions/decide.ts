import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { submissions } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import type { Ctx } from "@/lib/context";
import { AppError, notFound } from "@/lib/kernel/errors";
import { lease, type Submission } from "./lease";

/** A submission of the creditor's; `not_found` for another's. */
export async function findSubmission(ctx: Ctx, id: string): Promise<Submission> {
  const [row] = await ctx.db.read
    .select()
    .from(submissions)
    .where(and(eq(submissions.id, id), eq(submissions.creditorId, ctx.creditorId)));
  if (!row) throw notFound();
  return row;
}

/** Takes the lease for a person's decision; refused while a worker is at it, and where there is nothing to decide. */
export async function decide(
  ctx: Ctx,
  id: string,
  write: (held: Submission, tx: Tx) => Promise<boolean>,
  isOpen: (row: Submission, tx: Tx) => boolean | Promise<boolean> = ({ state }) => state === "unknown",
): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const [row] = await tx
      .select()
      .from(submissions)
      .where(and(eq(submissions.id, id), eq(submissions.creditorId, ctx.creditorId)));
    if (!row) throw notFound();
    if (!(await isOpen(row, tx))) throw new AppError("move_not_allowed", { params: { state: row.state } });
    const held = await lease(tx, ctx, row);
    if (!held || !(await write(held, tx))) throw new AppError("changed_meanwhile");
  });
}
