import { getPaymentEndpoint } from "@/lib/api/endpoints/payments";
import { paymentDetailJson } from "@/lib/api/json/payment";
import { read } from "@/lib/api/read";

export const GET = read(getPaymentEndpoint, ({ ctx, params }) => paymentDetailJson(ctx, params.id));
