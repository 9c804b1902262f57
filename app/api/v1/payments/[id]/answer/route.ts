import { paymentAnswer } from "@/lib/answers/of-payments";
import { getPaymentAnswerEndpoint } from "@/lib/api/endpoints/answers";
import { answerJson } from "@/lib/api/json/answer";
import { read } from "@/lib/api/read";

export const GET = read(getPaymentAnswerEndpoint, async ({ ctx, params, query }) =>
  answerJson(ctx, await paymentAnswer(ctx, params.id), query.language),
);
