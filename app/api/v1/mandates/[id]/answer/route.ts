import { mandateAnswer } from "@/lib/answers/of-debtor";
import { getMandateAnswerEndpoint } from "@/lib/api/endpoints/answers";
import { answerJson } from "@/lib/api/json/answer";
import { read } from "@/lib/api/read";
import { wrongMethod } from "@/lib/api/wrong-method";

export const GET = read(getMandateAnswerEndpoint, async ({ ctx, params, query }) =>
  answerJson(ctx, await mandateAnswer(ctx, params.id), query.language),
);

export {
  wrongMethod as DELETE,
  wrongMethod as OPTIONS,
  wrongMethod as PATCH,
  wrongMethod as POST,
  wrongMethod as PUT,
};
