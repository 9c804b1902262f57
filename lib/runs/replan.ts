import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { runItems } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import type { Ctx } from "@/lib/context";
import { breathe } from "@/lib/kernel/breathe";
import { day } from "@/lib/kernel/day";
import { moveRun, noApproval, type Run } from "./door";
import type { Judged } from "./judge";
import { planRows } from "./plan-rows";
import type { RowToJudge } from "./row-to-judge";

export type RunItem = typeof runItems.$inferSelect;

const asRow = (item: RunItem): RowToJudge => ({
  n: item.n,
  customer: item.given.customer.normalize("NFKC").trim().toUpperCase(),
  amountMinor: item.amountMinor,
  text: item.text,
  reference: item.reference,
  wanted: item.wanted === null ? null : day(item.wanted),
  dueGiven: item.given.due.trim() !== "",
  choice: item.choice,
});

const told = (of: Pick<RunItem, keyof Judged> | Judged): string =>
  JSON.stringify([
    of.state,
    of.reason,
    of.mandateId,
    of.currency,
    of.planned,
    of.window,
    of.slips,
    of.atRisk,
  ]);

/**
 * Judges a draft's rows again by what is known now, and keeps the new plan when it is another one. Answers how many
 * rows it changed: a person looks at those before anything is frozen.
 */
export async function replanRun(ctx: Ctx, run: Run): Promise<number> {
  // What has its payment already is not judged again.
  const items = await ctx.db.read
    .select()
    .from(runItems)
    .where(
      and(
        eq(runItems.runId, run.id),
        inArray(runItems.state, ["planned", "excluded"]),
        isNull(runItems.paymentId),
      ),
    )
    .orderBy(asc(runItems.n));
  const judged = await planRows(ctx, run, items.map(asRow));
  const changed = items.flatMap((item, index) => {
    const verdict = judged[index];
    return verdict && told(item) !== told(verdict) ? [{ id: item.id, verdict }] : [];
  });
  if (changed.length === 0) return 0;
  await inTransaction(ctx.db, async (tx) => {
    for (const [index, { id, verdict }] of changed.entries()) {
      await tx.update(runItems).set(verdict).where(eq(runItems.id, id));
      if (index % 200 === 199) await breathe();
    }
    await moveRun(tx, ctx, run, "change", noApproval, { after: { replanned: changed.length } });
  });
  return changed.length;
}
