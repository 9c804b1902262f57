import { listSubmissionsEndpoint } from "@/lib/api/endpoints/work";
import { pageRequest } from "@/lib/api/json/sort";
import { submissionJson } from "@/lib/api/json/submission";
import { read } from "@/lib/api/read";
import { wrongMethod } from "@/lib/api/wrong-method";
import { listSubmissions, submissionSorts } from "@/lib/submissions/list";

export const GET = read(listSubmissionsEndpoint, async ({ ctx, query }) => {
  const filter = { state: query.state, subjectId: query.subject_id };
  const { rows, next } = await listSubmissions(ctx, filter, pageRequest(submissionSorts, query));
  return { data: rows.map(submissionJson), next };
});

export {
  wrongMethod as DELETE,
  wrongMethod as OPTIONS,
  wrongMethod as PATCH,
  wrongMethod as POST,
  wrongMethod as PUT,
};
