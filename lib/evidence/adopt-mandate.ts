import { and, desc, eq, inArray, ne } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { agreements, debtors, mandates } from "@/db/schema";
import { audit } from "@/lib/audit/entry";
import type { Ctx } from "@/lib/context";
import { newId } from "@/lib/kernel/ids";
import { admitMandateEvidence, countNewMandate, type Mandate } from "@/lib/mandates/door";
import type { Connection } from "@/lib/messages/store-exchange";
import type { MandateEvidence } from "@/lib/providers/contract";
import { closeTask, openTask } from "@/lib/tasks/tasks";
import { type Did, nowhere } from "./admitted";
import type { Source } from "./source";

type Found = NonNullable<MandateEvidence["found"]>;

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
): Promise<Did> {
  const { found } = evidence;
  if (!found || evidence.state === null || evidence.state === "ended" || evidence.state === "failed")
    return nowhere("not ours");
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
    return nowhere("no agreement for it");
  }
  const invited = await findInvitation(tx, agreement.id, found.customerNumber);
  if (invited) {
    const { mandate: after, effect } = await admitMandateEvidence(tx, ctx, invited, evidence, source);
    return { effect, subjectId: invited.id, from: invited.state, to: after.state };
  }
  const earlier = await earlierMandate(tx, ctx, found);
  const debtor = await debtorFor(tx, ctx, found.customerNumber, earlier);
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
  if (earlier) {
    await closeTask(tx, ctx, "mandate_gone", earlier.id);
    audit(tx, ctx, {
      action: "mandate.reappeared",
      noun: "mandate",
      subjectId: mandate.id,
      before: { mandate: earlier.id, state: earlier.state },
      after: { debtor: debtor?.id ?? null, customerNumber: found.customerNumber },
    });
  }
  const { mandate: after, effect } = await admitMandateEvidence(tx, ctx, mandate, evidence, source);
  if (!debtor)
    await openTask(tx, ctx, {
      kind: "mandate_without_debtor",
      noun: "mandate",
      subjectId: mandate.id,
      role: "agent",
      params: { customerNumber: found.customerNumber, scheme: found.scheme },
    });
  return { effect, subjectId: mandate.id, from: null, to: after.state };
}

/** The newest mandate that had this customer number under this scheme before: the one that came back, as after a change of bank. */
async function earlierMandate(tx: Tx, ctx: Ctx, found: Found): Promise<Mandate | null> {
  const [row] = await tx
    .select()
    .from(mandates)
    .where(
      and(
        eq(mandates.creditorId, ctx.creditorId),
        eq(mandates.customerNumber, found.customerNumber),
        eq(mandates.scheme, found.scheme),
        eq(mandates.state, "ended"),
      ),
    )
    .orderBy(desc(mandates.createdAt), desc(mandates.id))
    .limit(1);
  return row ?? null;
}

/** The debtor with that number, exactly as written; else the one to whom a person had tied the earlier mandate. */
async function debtorFor(tx: Tx, ctx: Ctx, customerNumber: string, earlier: Mandate | null) {
  const [named] = await tx
    .select()
    .from(debtors)
    .where(and(eq(debtors.creditorId, ctx.creditorId), eq(debtors.customerNumber, customerNumber)));
  if (named || !earlier?.debtorId) return named ?? null;
  const [tied] = await tx.select().from(debtors).where(eq(debtors.id, earlier.debtorId));
  return tied ?? null;
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
