import { getPaymentEndpoint } from "@/lib/api/endpoints/payments";
import { paymentDetailJson } from "@/lib/api/json/payment";
import { read } from "@/lib/api/read";
import { wrongMethod } from "@/lib/api/wrong-method";

export const GET = read(getPaymentEndpoint, ({ ctx, params }) => paymentDetailJson(ctx, params.id));

export {
  wrongMethod as DELETE,
  wrongMethod as OPTIONS,
  wrongMethod as PATCH,
  wrongMethod as POST,
  wrongMethod as PUT,
};
