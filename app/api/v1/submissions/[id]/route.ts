import { getSubmissionEndpoint } from "@/lib/api/endpoints/work";
import { submissionDetailJson } from "@/lib/api/json/submission";
import { read } from "@/lib/api/read";
import { wrongMethod } from "@/lib/api/wrong-method";
import { getSubmission } from "@/lib/submissions/get";

export const GET = read(getSubmissionEndpoint, async ({ ctx, params }) =>
  submissionDetailJson(await getSubmission(ctx, params.id)),
);

export {
  wrongMethod as DELETE,
  wrongMethod as OPTIONS,
  wrongMethod as PATCH,
  wrongMethod as POST,
  wrongMethod as PUT,
};
