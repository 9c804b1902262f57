import { getSubmissionEndpoint } from "@/lib/api/endpoints/work";
import { submissionDetailJson } from "@/lib/api/json/submission";
import { read } from "@/lib/api/read";
import { getSubmission } from "@/lib/submissions/get";

export const GET = read(getSubmissionEndpoint, async ({ ctx, params }) =>
  submissionDetailJson(await getSubmission(ctx, params.id)),
);
