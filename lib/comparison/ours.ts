import { and, eq, inArray, isNotNull } from "drizzle-orm";
import { mandates, payments } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import type { Connection } from "@/lib/messages/store-exchange";
import type { MandateRef, PaymentRef } from "@/lib/providers/contract";
import type { FoundGap } from "./gap";

interface Books {
  ctx: Ctx;
  connection: Connection;
  there: ReadonlySet<string>;
}

/** One of ours that should be there: whether it was seen, how to ask for it, and the gap if it is not there. */
export interface Ours<Ref> {
  seen: boolean;
  ref: Ref;
  missing: FoundGap;
}

/** Mandates that our books say are alive at the provider. */
export async function ourMandates({ ctx, connection, there }: Books): Promise<Ours<MandateRef>[]> {
  const rows = await ctx.db.read
    .select({
      id: mandates.id,
      key: mandates.requestKey,
      providerId: mandates.providerId,
      state: mandates.state,
      debtor: mandates.debtorName,
    })
    .from(mandates)
    .where(
      and(
        eq(mandates.connectionId, connection.id),
        eq(mandates.creditorId, ctx.creditorId),
        inArray(mandates.state, ["pending", "active", "suspended"]),
      ),
    );
  return rows.map(({ id, key, providerId, state, debtor }) => ({
    seen: providerId !== null && there.has(providerId),
    ref: { ourId: id, ...(key ? { key } : {}), ...(providerId ? { providerId } : {}) },
    missing: { kind: "missing_there", noun: "mandate", subject: id, facts: { state, debtor } },
  }));
}

/** Payments that our books say are on their way there. */
export async function ourPayments({ ctx, connection, there }: Books): Promise<Ours<PaymentRef>[]> {
  const rows = await ctx.db.read
    .select({
      id: payments.id,
      providerId: payments.providerId,
      reference: payments.reference,
      state: payments.state,
      debtor: payments.debtorName,
      amountMinor: payments.amountMinor,
      currency: payments.currency,
      mandate: mandates.providerId,
    })
    .from(payments)
    .innerJoin(mandates, eq(mandates.id, payments.mandateId))
    .where(
      and(
        eq(payments.connectionId, connection.id),
        eq(payments.creditorId, ctx.creditorId),
        inArray(payments.state, ["pending", "scheduled"]),
        isNotNull(payments.providerId),
      ),
    );
  return rows.map(({ id, providerId, mandate, ...facts }) => ({
    seen: providerId !== null && there.has(providerId),
    ref: {
      reference: facts.reference,
      ...(providerId ? { providerId } : {}),
      ...(mandate ? { mandateProviderId: mandate } : {}),
    },
    missing: { kind: "missing_there", noun: "payment", subject: id, facts },
  }));
}
