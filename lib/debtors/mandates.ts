import type { Ctx } from "@/lib/context";
import { listMandates } from "@/lib/mandates/list";
import type { DebtorMandate } from "./standing";
import { withObstacles } from "./standings";

/** The mandates of one debtor, newest first, each with what stands against charging it. */
export async function debtorMandates(ctx: Ctx, debtorId: string): Promise<DebtorMandate[]> {
  const { rows } = await listMandates(ctx, { debtorId }, { limit: 100 });
  return withObstacles(ctx, rows);
}
