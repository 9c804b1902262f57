import { and, eq, or, type SQL } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { agreements, mandates, payments } from "@/db/schema";
import type { SubjectNoun } from "@/db/tables/journeys";
import { audit } from "@/lib/audit/entry";
import type { Ctx } from "@/lib/context";
import { admitMandateEvidence, type Mandate } from "@/lib/mandates/door";
import type { Connection } from "@/lib/messages/store-exchange";
import { admitPaymentEvidence, type Payment } from "@/lib/payments/door";
import type {
  AgreementEvidence,
  Evidence,
  MandateEvidence,
  MandateRef,
  PaymentEvidence,
} from "@/lib/providers/contract";
import { openTask } from "@/lib/tasks/tasks";
import { type Did, type Effect, nowhere } from "./admitted";
import { adoptMandate } from "./adopt-mandate";
import { adoptPayment } from "./adopt-payment";
import { noteAgainstVerdict } from "./against-verdict";
import type { Source } from "./source";

/** Lets one piece of evidence in at the door of what it is about; says what it did, and to which record. */
export async function admitEvidence(
  tx: Tx,
  ctx: Ctx,
  connection: Connection,
  evidence: Evidence,
  source: Source,
): Promise<Did> {
  switch (evidence.about) {
    case "mandate":
      return admitMandate(tx, ctx, connection, evidence, source);
    case "payment":
      return admitPayment(tx, ctx, connection, evidence, source);
    case "agreement":
      return admitAgreement(tx, ctx, connection, evidence, source);
    case "subscription":
      return nowhere("confirmed");
  }
}

const subjectId = (source: Source, noun: SubjectNoun): string | null =>
  source.subject?.noun === noun ? source.subject.subjectId : null;

/** The mandate of this connection that a reference names. */
async function findMandate(tx: Tx, connection: Connection, ref: MandateRef): Promise<Mandate | null> {
  const names = [
    ref.ourId ? eq(mandates.id, ref.ourId) : undefined,
    ref.key ? eq(mandates.requestKey, ref.key) : undefined,
    ref.providerId ? eq(mandates.providerId, ref.providerId) : undefined,
  ].filter((one) => one !== undefined);
  if (names.length === 0) return null;
  const [row] = await tx
    .select()
    .from(mandates)
    .where(and(eq(mandates.connectionId, connection.id), or(...names)))
    .limit(1);
  return row ?? null;
}

async function admitMandate(
  tx: Tx,
  ctx: Ctx,
  connection: Connection,
  evidence: MandateEvidence,
  source: Source,
): Promise<Did> {
  const asked = subjectId(source, "mandate");
  const mandate = await findMandate(tx, connection, asked ? { ...evidence.ref, ourId: asked } : evidence.ref);
  if (mandate) {
    const { mandate: after, effect } = await admitMandateEvidence(tx, ctx, mandate, evidence, source);
    await noteAgainstVerdict(tx, ctx, { noun: "mandate", before: mandate, after }, source);
    return { effect, subjectId: mandate.id, from: mandate.state, to: after.state };
  }
  return adoptMandate(tx, ctx, connection, evidence, source);
}

/**
 * The payment that evidence is about: the one it was asked for, the one that has the provider's name already, or one
 * that carries our reference under the same mandate. Two payments there under one reference of ours are never taken
 * for one: the second keeps its own name and is shown to a person.
 */
async function findPayment(
  tx: Tx,
  connection: Connection,
  evidence: PaymentEvidence,
  asked: string | null,
): Promise<Payment | null> {
  const { ref } = evidence;
  const here = eq(payments.connectionId, connection.id);
  const one = async (condition: SQL) => {
    const [row] = await tx
      .select({ payment: payments, mandate: mandates.providerId })
      .from(payments)
      .innerJoin(mandates, eq(mandates.id, payments.mandateId))
      .where(and(here, condition))
      .limit(1);
    return row ?? null;
  };
  const named = ref.providerId ? await one(eq(payments.providerId, ref.providerId)) : null;
  if (named) return named.payment;
  /** Has another name there already, or stands under another mandate: then it is not the one. */
  const another = (row: { payment: Payment; mandate: string | null }) =>
    (row.payment.providerId && ref.providerId && row.payment.providerId !== ref.providerId) ||
    (row.mandate && ref.mandateProviderId && row.mandate !== ref.mandateProviderId);
  const wanted = asked ? await one(eq(payments.id, asked)) : null;
  if (wanted && !another(wanted)) return wanted.payment;
  if (!ref.reference || evidence.madeByProvider) return null;
  const referred = await one(eq(payments.reference, ref.reference));
  return referred && !another(referred) ? referred.payment : null;
}

async function admitPayment(
  tx: Tx,
  ctx: Ctx,
  connection: Connection,
  evidence: PaymentEvidence,
  source: Source,
): Promise<Did> {
  const payment = await findPayment(tx, connection, evidence, subjectId(source, "payment"));
  if (payment) {
    const { payment: after, effect } = await admitPaymentEvidence(tx, ctx, payment, evidence, source);
    await noteAgainstVerdict(tx, ctx, { noun: "payment", before: payment, after }, source);
    return { effect, subjectId: payment.id, from: payment.state, to: after.state };
  }
  return adoptPayment(tx, ctx, connection, evidence, source);
}

async function admitAgreement(
  tx: Tx,
  ctx: Ctx,
  connection: Connection,
  evidence: AgreementEvidence,
  source: Source,
): Promise<Did> {
  const asked = subjectId(source, "agreement");
  const [row] = await tx
    .select()
    .from(agreements)
    .where(
      and(
        eq(agreements.connectionId, connection.id),
        asked ? eq(agreements.id, asked) : eq(agreements.providerId, evidence.providerId),
      ),
    );
  if (!row) return nowhere("unknown agreement");
  const did = (effect: Effect, to = row.state): Did => ({ effect, subjectId: row.id, from: row.state, to });
  if (evidence.test !== null && evidence.test !== row.test) {
    await openTask(tx, ctx, {
      kind: "mismatch",
      noun: "agreement",
      subjectId: row.id,
      role: "admin",
      params: { theirs: evidence.test ? "test" : "live", debtor: row.name },
    });
    return did("mismatch");
  }
  const state = evidence.state ?? row.state;
  if (state === row.state && row.providerId === evidence.providerId) return did("same");
  const messageId = await source.message();
  await tx
    .update(agreements)
    .set({
      state,
      providerId: evidence.providerId,
      evidenceAt: ctx.clock.now(),
      evidenceId: messageId,
    })
    .where(eq(agreements.id, row.id));
  if (state === row.state) return did("same");
  audit(tx, ctx, {
    action: `agreement.${state}`,
    noun: "agreement",
    subjectId: row.id,
    before: { state: row.state },
    after: { state, evidence: messageId },
  });
  return did(`moved:${state}`, state);
}
