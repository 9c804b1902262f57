import { and, eq, inArray, ne } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { agreements, debtors, mandates } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { newId } from "@/lib/kernel/ids";
import { admitMandateEvidence, countNewMandate, type Mandate } from "@/lib/mandates/door";
import type { Connection } from "@/lib/messages/store-exchange";
import type { MandateEvidence } from "@/lib/providers/contract";
import { openTask } from "@/lib/tasks/tasks";
import type { Source } from "./source";

/**
 * A mandate that the provider reports unasked: the debtor signed up at the bank. It is tied to the debtor with that
 * customer number, exactly as written; where an invitation waits, to that one. Without a debtor it is kept and shown.
 */
export async function adoptMandate(
  tx: Tx,
  ctx: Ctx,
  connection: Connection,
  evidence: MandateEvidence,
  source: Source,
): Promise<string> {
  const { found } = evidence;
  if (!found || evidence.state === null || evidence.state === "ended" || evidence.state === "failed")
    return "not ours";
  // A test and a live agreement may share a connection: without knowing which one, nothing is tied to either.
  const agreement = await agreementFor(tx, connection, found.scheme, found.agreementProviderId);
  if (!agreement) {
    await openTask(tx, ctx, {
      kind: "mandate_without_agreement",
      noun: "connection",
      subjectId: `${connection.id}/${found.customerNumber}`,
      role: "admin",
      params: { customerNumber: found.customerNumber, scheme: found.scheme },
    });
    return "no agreement for it";
  }
  const invited = await findInvitation(tx, agreement.id, found.customerNumber);
  if (invited) return (await admitMandateEvidence(tx, ctx, invited, evidence, source)).effect;
  const [debtor] = await tx
    .select()
    .from(debtors)
    .where(and(eq(debtors.creditorId, ctx.creditorId), eq(debtors.customerNumber, found.customerNumber)));
  const now = ctx.clock.now();
  const [mandate] = await tx
    .insert(mandates)
    .values({
      id: newId("man", now),
      creditorId: ctx.creditorId,
      connectionId: connection.id,
      agreementId: agreement.id,
      provider: connection.provider,
      scheme: found.scheme,
      debtorId: debtor?.id ?? null,
      debtorName: debtor?.name ?? found.customerName ?? "",
      customerNumber: found.customerNumber,
      state: "invited",
      version: 0,
      sending: "none",
      values: {},
      masked: {},
      test: agreement.test,
      askedAt: now,
      createdAt: now,
      updatedAt: now,
    })
    .returning();
  if (!mandate) throw new Error("the mandate was not written");
  countNewMandate(tx, mandate);
  const { effect } = await admitMandateEvidence(tx, ctx, mandate, evidence, source);
  if (!debtor)
    await openTask(tx, ctx, {
      kind: "mandate_without_debtor",
      noun: "mandate",
      subjectId: mandate.id,
      role: "agent",
      params: { customerNumber: found.customerNumber, scheme: found.scheme },
    });
  return effect;
}

async function findInvitation(tx: Tx, agreementId: string, customerNumber: string): Promise<Mandate | null> {
  const [row] = await tx
    .select()
    .from(mandates)
    .where(
      and(
        eq(mandates.agreementId, agreementId),
        eq(mandates.customerNumber, customerNumber),
        inArray(mandates.state, ["draft", "invited"]),
      ),
    )
    .limit(1);
  return row && row.providerId === null ? row : null;
}

/** The agreement a reported mandate stands under: the one named, else the only one of its scheme. */
async function agreementFor(tx: Tx, connection: Connection, scheme: string, providerId: string | null) {
  const rows = await tx
    .select()
    .from(agreements)
    .where(
      and(
        eq(agreements.connectionId, connection.id),
        eq(agreements.scheme, scheme),
        ne(agreements.state, "ended"),
        ne(agreements.state, "failed"),
      ),
    );
  if (providerId) return rows.find((row) => row.providerId === providerId) ?? null;
  return rows.length === 1 ? (rows[0] ?? null) : null;
}
