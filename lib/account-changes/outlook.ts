import { and, eq, inArray } from "drizzle-orm";
import { mandates, payments } from "@/db/schema";
import { findConnection, providerOf } from "@/lib/connections/open-line";
import { type Ctx, requirePermission } from "@/lib/context";
import { notFound } from "@/lib/kernel/errors";
import { forecast } from "@/lib/payments/forecast";
import { ruleOf } from "@/lib/payments/schedule";
import type { AccountChange } from "@/lib/providers/contract";
import { deadlineFacts } from "@/lib/settings/deadlines";
import { needsSecondLook } from "./second-look";

type Payment = typeof payments.$inferSelect;

/** What a change of a mandate's account would come to. */
export interface ChangeOutlook {
  mandate: typeof mandates.$inferSelect;
  change: AccountChange;
  /** Open on the mandate: those stay with the old account. */
  open: Payment[];
  secondLook: boolean;
}

/** Whether and how the account of a mandate can be changed now, and what is open on it. */
export async function changeOutlook(ctx: Ctx, mandateId: string): Promise<ChangeOutlook> {
  requirePermission(ctx, "read");
  const [mandate] = await ctx.db.read
    .select()
    .from(mandates)
    .where(and(eq(mandates.id, mandateId), eq(mandates.creditorId, ctx.creditorId)));
  if (!mandate) throw notFound();
  const connection = await findConnection(ctx.db.read, ctx.creditorId, mandate.connectionId);
  const provider = providerOf(ctx, connection);
  const rule = ruleOf(provider, mandate.scheme);
  const facts = await deadlineFacts(ctx.db.read, ctx.creditorId, rule.id);
  const open = await ctx.db.read
    .select()
    .from(payments)
    .where(
      and(eq(payments.mandateId, mandate.id), inArray(payments.state, ["ready", "pending", "scheduled"])),
    )
    .limit(200);
  const now = ctx.clock.now();
  // A daily scheme has a cut-off every day: only one that something on this mandate must make counts.
  const window = rule.kind === "monthly" ? [forecast(rule, now, undefined, facts).landing.cutoffAt] : [];
  const waiting = open.flatMap((one) => (one.state === "ready" && one.cutoffAt ? [one.cutoffAt] : []));
  return {
    mandate,
    change: provider.accountChange(connection.environment, connection.settings),
    open,
    secondLook: needsSecondLook(rule, now, [...window, ...waiting]),
  };
}
