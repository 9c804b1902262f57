import { and, desc, eq, inArray, type SQL } from "drizzle-orm";
import { agreements, mandates } from "@/db/schema";
import { type Ctx, requirePermission } from "@/lib/context";
import { listDebtors } from "@/lib/debtors/list";
import { asChargeable, type ChargeableMandate } from "./preview";

const SHOWN = 30;

/**
 * Mandates to choose from for a new payment: those of debtors whose name or customer number holds the words, or
 * without words the newest. Those that can be charged come first; the others keep their obstacle.
 */
export async function mandatesToCharge(ctx: Ctx, words: string): Promise<ChargeableMandate[]> {
  requirePermission(ctx, "read");
  const found = words.trim() === "" ? await newest(ctx) : await ofDebtors(ctx, words);
  const usable = (one: ChargeableMandate) => one.obstacle === null && one.agreement.state === "active";
  return [...found.filter(usable), ...found.filter((one) => !usable(one))];
}

async function read(ctx: Ctx, which: SQL | undefined): Promise<ChargeableMandate[]> {
  const rows = await ctx.db.read
    .select({ mandate: mandates, agreement: agreements })
    .from(mandates)
    .innerJoin(agreements, eq(agreements.id, mandates.agreementId))
    .where(and(eq(mandates.creditorId, ctx.creditorId), which))
    .orderBy(desc(mandates.createdAt), desc(mandates.id))
    .limit(SHOWN);
  return rows.map((row) => asChargeable(ctx, row));
}

/** The newest active ones, and after them the newest of all: a new one that waits for its bank is looked for too. */
async function newest(ctx: Ctx): Promise<ChargeableMandate[]> {
  const active = await read(ctx, eq(mandates.state, "active"));
  const all = await read(ctx, undefined);
  const known = new Set(active.map((one) => one.mandate.id));
  return [...active, ...all.filter((one) => !known.has(one.mandate.id))].slice(0, SHOWN);
}

async function ofDebtors(ctx: Ctx, words: string): Promise<ChargeableMandate[]> {
  const { rows } = await listDebtors(ctx, { search: words }, { limit: SHOWN });
  if (rows.length === 0) return [];
  return read(
    ctx,
    inArray(
      mandates.debtorId,
      rows.map((debtor) => debtor.id),
    ),
  );
}
