import { paymentAnswer } from "@/lib/answers/of-payments";
import { getPaymentAnswerEndpoint } from "@/lib/api/endpoints/answers";
import { answerJson } from "@/lib/api/json/answer";
import { read } from "@/lib/api/read";
import { wrongMethod } from "@/lib/api/wrong-method";

export const GET = read(getPaymentAnswerEndpoint, async ({ ctx, params, query }) =>
  answerJson(ctx, await paymentAnswer(ctx, params.id), query.language),
);

export {
  wrongMethod as DELETE,
  wrongMethod as OPTIONS,
  wrongMethod as PATCH,
  wrongMethod as POST,
  wrongMethod as PUT,
};
