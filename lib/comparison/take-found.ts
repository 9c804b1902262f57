import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { isUniqueViolation } from "@/db/errors";
import { mandates, payments } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit/entry";
import { openLine, providerOf } from "@/lib/connections/open-line";
import type { Ctx } from "@/lib/context";
import { writeFoundPayment } from "@/lib/evidence/adopt-payment";
import { AppError } from "@/lib/kernel/errors";
import { withStorableTexts } from "@/lib/messages/storable";
import { type Connection, storeExchange } from "@/lib/messages/store-exchange";
import type { PaymentEvidence, Reading } from "@/lib/providers/contract";

/** A payment that is there and unknown here, and why a person takes it over. */
export interface Found {
  /** The provider's name for it. */
  providerId: string;
  /** The provider's name for its mandate, where the payment itself does not say it. */
  mandateProviderId: string;
  reason: string;
}

/**
 * Reads it once more and writes it down under the mandate it was made for, in the state that the provider proves.
 * Nothing is sent. `close` ends in the same transaction what asked for it. Answers the new payment's id.
 */
export async function takeFound(
  ctx: Ctx,
  connection: Connection,
  found: Found,
  close: (tx: Tx) => Promise<void>,
): Promise<string> {
  const { reading, evidence } = await readAgain(ctx, connection, found.providerId);
  const mandateThere = evidence.ref.mandateProviderId ?? found.mandateProviderId;
  const write = (reference: string | undefined) =>
    inTransaction(ctx.db, async (tx) => {
      const [mandate] = await tx
        .select()
        .from(mandates)
        .where(and(eq(mandates.connectionId, connection.id), eq(mandates.providerId, mandateThere)));
      if (!mandate) throw new AppError("no_mandate_for_it");
      const [here] = await tx
        .select({ id: payments.id })
        .from(payments)
        .where(and(eq(payments.connectionId, connection.id), eq(payments.providerId, found.providerId)));
      if (here) throw new AppError("changed_meanwhile");
      const messageId = await storeExchange(tx, ctx, connection, reading.exchange, {
        title: "adopt payment",
      });
      const { payment } = await writeFoundPayment(tx, ctx, connection, mandate, evidence, {
        source: { message: async () => messageId },
        origin: "desk",
        reference,
      });
      await close(tx);
      audit(tx, ctx, {
        action: "payment.adopted",
        noun: "payment",
        subjectId: payment.id,
        after: { theirs: found.providerId, state: payment.state, evidence: messageId },
        reason: found.reason,
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
  providerId: string,
): Promise<{ reading: Reading; evidence: PaymentEvidence }> {
  const line = await openLine(ctx, connection);
  for (const reading of await providerOf(ctx, connection).readPayments(line, [{ providerId }]))
    for (const piece of reading.evidence)
      if (piece.about === "payment" && piece.providerId === providerId)
        return { reading, evidence: withStorableTexts(piece) };
  throw new AppError("not_readable_there");
}
