import { and, desc, eq, inArray, or } from "drizzle-orm";
import { mandates, payments } from "@/db/schema";
import { type Ctx, requirePermission } from "@/lib/context";
import type { Payment } from "./door";

/** More than a page of one customer's is not what somebody looks for by a number. */
const MOST = 50;

/**
 * Payments by a number that is read aloud, whole: our reference, our id, or the debtor's customer number. The newest
 * first. Two questions, each on an index of its own.
 */
export async function findPayments(ctx: Ctx, text: string): Promise<Payment[]> {
  requirePermission(ctx, "read");
  const wanted = text.trim();
  if (wanted === "" || /\p{Cc}/u.test(wanted)) return [];
  const [named, ofCustomer] = await Promise.all([
    ctx.db.read
      .select()
      .from(payments)
      .where(
        and(
          eq(payments.creditorId, ctx.creditorId),
          or(eq(payments.reference, wanted), eq(payments.id, wanted)),
        ),
      )
      .limit(2),
    ofCustomerNumber(ctx, wanted.replace(/\s/g, "").toUpperCase()),
  ]);
  const other = ofCustomer.filter((payment) => !named.some((one) => one.id === payment.id));
  return [...named, ...other];
}

/** By way of the mandates: they are few, and a payment without a known debtor has one too. */
async function ofCustomerNumber(ctx: Ctx, customerNumber: string): Promise<Payment[]> {
  const own = await ctx.db.read
    .select({ id: mandates.id })
    .from(mandates)
    .where(and(eq(mandates.creditorId, ctx.creditorId), eq(mandates.customerNumber, customerNumber)))
    .limit(MOST);
  if (own.length === 0) return [];
  const ids = own.map((row) => row.id);
  return ctx.db.read
    .select()
    .from(payments)
    .where(and(eq(payments.creditorId, ctx.creditorId), inArray(payments.mandateId, ids)))
    .orderBy(desc(payments.createdAt), desc(payments.id))
    .limit(MOST);
}
