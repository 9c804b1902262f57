import { cancelPaymentEndpoint } from "@/lib/api/endpoints/payments";
import { paymentDetailJson } from "@/lib/api/json/payment";
import { write } from "@/lib/api/write";
import { wrongMethod } from "@/lib/api/wrong-method";
import { cancelPayment } from "@/lib/payments/cancel";
import { firstAttempt } from "@/lib/submissions/first-attempt";

export const POST = write(cancelPaymentEndpoint, {
  act: async ({ ctx, params: { id }, body }) => {
    await firstAttempt(ctx, await cancelPayment(ctx, { paymentId: id, reason: body.reason }));
    return { id };
  },
  show: ({ ctx }, { id }) => paymentDetailJson(ctx, id),
});

export {
  wrongMethod as DELETE,
  wrongMethod as GET,
  wrongMethod as OPTIONS,
  wrongMethod as PATCH,
  wrongMethod as PUT,
};
