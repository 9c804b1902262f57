import { listTasksEndpoint } from "@/lib/api/endpoints/work";
import { pageRequest } from "@/lib/api/json/sort";
import { taskJson } from "@/lib/api/json/task";
import { read } from "@/lib/api/read";
import { wrongMethod } from "@/lib/api/wrong-method";
import { listTasks, taskSorts } from "@/lib/tasks/list";

export const GET = read(listTasksEndpoint, async ({ ctx, query }) => {
  const { state, role, kind, subject_id: subjectId } = query;
  const { rows, next } = await listTasks(
    ctx,
    { state, role, kind, subjectId },
    pageRequest(taskSorts, query),
  );
  return { data: rows.map(taskJson), next };
});

export {
  wrongMethod as DELETE,
  wrongMethod as OPTIONS,
  wrongMethod as PATCH,
  wrongMethod as POST,
  wrongMethod as PUT,
};
