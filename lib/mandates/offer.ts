import { and, asc, eq } from "drizzle-orm";
import { agreements, connections } from "@/db/schema";
import { providerOf } from "@/lib/connections/open-line";
import { type Ctx, requirePermission } from "@/lib/context";
import { notFound } from "@/lib/kernel/errors";
import type { Connection } from "@/lib/messages/store-exchange";
import type { Capabilities, Field, ProviderModule } from "@/lib/providers/contract";
import { type Agreement, agreementView } from "./agreement-view";

/** A creditor agreement under which a mandate can be made, or could once it is active. */
export interface Offer {
  agreement: Agreement;
  connection: Connection;
  provider: ProviderModule;
  capabilities: Capabilities;
  /** What the provider asks of a new mandate under it. */
  form: readonly Field[];
}

/** Every agreement of the creditor; those that can be used first, then by name. */
export async function mandateOffers(ctx: Ctx): Promise<Offer[]> {
  requirePermission(ctx, "read");
  const rows = await ctx.db.read
    .select({ agreement: agreements, connection: connections })
    .from(agreements)
    .innerJoin(connections, eq(connections.id, agreements.connectionId))
    .where(eq(agreements.creditorId, ctx.creditorId))
    .orderBy(asc(agreements.createdAt), asc(agreements.id))
    .limit(100);
  const usable = (offer: Offer) => (offer.agreement.state === "active" ? 0 : 1);
  return rows.map((row) => offerOf(ctx, row)).sort((a, b) => usable(a) - usable(b));
}

/** One agreement's offer; `not_found` for another creditor's. */
export async function mandateOffer(ctx: Ctx, agreementId: string): Promise<Offer> {
  requirePermission(ctx, "read");
  const [row] = await ctx.db.read
    .select({ agreement: agreements, connection: connections })
    .from(agreements)
    .innerJoin(connections, eq(connections.id, agreements.connectionId))
    .where(and(eq(agreements.id, agreementId), eq(agreements.creditorId, ctx.creditorId)));
  if (!row) throw notFound();
  return offerOf(ctx, row);
}

function offerOf(ctx: Ctx, { agreement, connection }: Pick<Offer, "agreement" | "connection">): Offer {
  const provider = providerOf(ctx, connection);
  return {
    agreement,
    connection,
    provider,
    capabilities: provider.capabilities(connection.environment, connection.settings),
    form: provider.mandateForm(agreementView(agreement)),
  };
}
