import { approveRunEndpoint } from "@/lib/api/endpoints/runs";
import { runDetailJson } from "@/lib/api/json/run";
import { write } from "@/lib/api/write";
import { wrongMethod } from "@/lib/api/wrong-method";
import { approveRun } from "@/lib/runs/approve";

export const POST = write(approveRunEndpoint, {
  act: async ({ ctx, params: { id }, body }) => {
    await approveRun(ctx, { runId: id, contentHash: body.content_hash });
    return { id };
  },
  show: ({ ctx }, { id }) => runDetailJson(ctx, id),
});

export {
  wrongMethod as DELETE,
  wrongMethod as GET,
  wrongMethod as OPTIONS,
  wrongMethod as PATCH,
  wrongMethod as PUT,
};
