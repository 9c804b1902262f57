import { and, eq } from "drizzle-orm";
import { isUniqueViolation } from "@/db/errors";
import { mandates } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit/entry";
import { findConnection, openLine, providerOf } from "@/lib/connections/open-line";
import { type Ctx, requirePermission } from "@/lib/context";
import { writeFoundPayment } from "@/lib/evidence/adopt-payment";
import { cleanEvidence } from "@/lib/evidence/clean";
import { AppError } from "@/lib/kernel/errors";
import { type Connection, storeExchange } from "@/lib/messages/store-exchange";
import type { PaymentEvidence, Reading } from "@/lib/providers/contract";
import { closeGap, findGap, reasonGiven } from "./find-gap";
import type { Gap } from "./gap";

/**
 * Takes a payment that is there and unknown here into the books: read once more from the provider, under the mandate
 * it was made for, in the state that the provider proves. Nothing is sent.
 */
export async function adoptGap(ctx: Ctx, input: { gapId: string; reason: string }): Promise<string> {
  requirePermission(ctx, "gaps.close");
  const reason = reasonGiven(input.reason);
  const gap = await findGap(ctx.db.read, ctx, input.gapId);
  if (gap.kind !== "unknown_here" || gap.noun !== "payment")
    throw new AppError("move_not_allowed", { params: { gap: gap.kind } });
  const connection = await findConnection(ctx.db.read, ctx.creditorId, gap.connectionId);
  const { reading, evidence } = await readAgain(ctx, connection, gap);
  const write = (reference: string | undefined) =>
    inTransaction(ctx.db, async (tx) => {
      const [mandate] = await tx
        .select()
        .from(mandates)
        .where(
          and(
            eq(mandates.connectionId, connection.id),
            eq(mandates.providerId, evidence.ref.mandateProviderId ?? String(gap.facts.mandate ?? "")),
          ),
        );
      if (!mandate) throw new AppError("no_mandate_for_it");
      const messageId = await storeExchange(tx, ctx, connection, reading.exchange, {
        title: "adopt payment",
      });
      const { payment } = await writeFoundPayment(tx, ctx, connection, mandate, evidence, {
        source: { message: async () => messageId },
        origin: "desk",
        reference,
      });
      await closeGap(tx, ctx, await findGap(tx, ctx, gap.id), "adopted", reason);
      audit(tx, ctx, {
        action: "payment.adopted",
        noun: "payment",
        subjectId: payment.id,
        after: { theirs: gap.subject, state: payment.state, evidence: messageId },
        reason,
      });
      return payment.id;
    });
  try {
    return await write(evidence.ref.reference);
  } catch (error) {
    // Its reference was given to another payment here since: the provider's own name is as good a one.
    if (!isUniqueViolation(error)) throw error;
    return write(undefined);
  }
}

async function readAgain(
  ctx: Ctx,
  connection: Connection,
  gap: Gap,
): Promise<{ reading: Reading; evidence: PaymentEvidence }> {
  const line = await openLine(ctx, connection);
  const ref = { providerId: gap.subject };
  for (const reading of await providerOf(ctx, connection).readPayments(line, [ref]))
    for (const piece of reading.evidence)
      if (piece.about === "payment" && piece.providerId === gap.subject)
        return { reading, evidence: cleanEvidence(piece) };
  throw new AppError("not_readable_there");
}
