import { mandateAnswer } from "@/lib/answers/of-debtor";
import { getMandateAnswerEndpoint } from "@/lib/api/endpoints/answers";
import { answerJson } from "@/lib/api/json/answer";
import { read } from "@/lib/api/read";

export const GET = read(getMandateAnswerEndpoint, async ({ ctx, params, query }) =>
  answerJson(ctx, await mandateAnswer(ctx, params.id), query.language),
);
