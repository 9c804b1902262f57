import { findConnection, providerOf } from "@/lib/connections/open-line";
import type { Ctx } from "@/lib/context";
import { askProvider } from "@/lib/inbox/ask";
import { paymentsByIds } from "@/lib/payments/by-ids";
import { cancelPayment } from "@/lib/payments/cancel";
import type { Payment } from "@/lib/payments/door";
import { mayCancel } from "@/lib/payments/may";
import type { Capabilities } from "@/lib/providers/contract";
import { openOf, submissionsOf } from "@/lib/records/story";
import { newsWord } from "./news-word";
import type { BulkVerb, JudgedRow } from "./verb";

const rowOf = ({ id, provider, amountMinor, currency, test }: Payment, may: JudgedRow["may"]): JudgedRow => ({
  id,
  provider,
  may,
  amountMinor,
  currency,
  test,
});

export const cancelPayments: BulkVerb = {
  judge: async (ctx, ids) => {
    const [payments, submitted] = await Promise.all([paymentsByIds(ctx, ids), submissionsOf(ctx, ids)]);
    const offersOf = offerReader(ctx);
    const rows: JudgedRow[] = [];
    for (const payment of payments) {
      const submissions = submitted.get(payment.id) ?? [];
      const around = { permissions: ctx.permissions, submissions, open: openOf(submissions) };
      rows.push(rowOf(payment, mayCancel(payment, { ...around, offers: await offersOf(payment) })));
    }
    return rows;
  },
  act: async (ctx, { id, ...input }) =>
    (await cancelPayment(ctx, { paymentId: id, ...input })) === null ? "here" : "there",
};

/** Few connections have many payments: each is asked for once. */
function offerReader(ctx: Ctx): (payment: Payment) => Promise<Capabilities> {
  const known = new Map<string, Capabilities>();
  return async ({ connectionId }) => {
    const found = known.get(connectionId);
    if (found) return found;
    const connection = await findConnection(ctx.db.read, ctx.creditorId, connectionId);
    const offers = providerOf(ctx, connection).capabilities(connection.environment, connection.settings);
    known.set(connectionId, offers);
    return offers;
  };
}

export const askPayments: BulkVerb = {
  judge: async (ctx, ids) => {
    const may = ctx.permissions.has("submissions.ask") ? { how: "ask" } : { off: "permission" };
    return (await paymentsByIds(ctx, ids)).map((payment) => rowOf(payment, may));
  },
  // Changes nothing there, so that it may be done again after a death.
  act: async (ctx, { id }) => newsWord(await askProvider(ctx, { noun: "payment", id })),
};
