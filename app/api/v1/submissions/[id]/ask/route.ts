import { askSubmissionEndpoint } from "@/lib/api/endpoints/work";
import { submissionDetailJson } from "@/lib/api/json/submission";
import { write } from "@/lib/api/write";
import { wrongMethod } from "@/lib/api/wrong-method";
import { askAgain } from "@/lib/submissions/ask-again";
import { getSubmission } from "@/lib/submissions/get";

export const POST = write(askSubmissionEndpoint, {
  act: async ({ ctx, params: { id } }) => {
    await askAgain(ctx, id);
    return { id };
  },
  show: async ({ ctx }, { id }) => submissionDetailJson(await getSubmission(ctx, id)),
});

export {
  wrongMethod as DELETE,
  wrongMethod as GET,
  wrongMethod as OPTIONS,
  wrongMethod as PATCH,
  wrongMethod as PUT,
};
