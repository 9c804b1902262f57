import { listRunRowsEndpoint } from "@/lib/api/endpoints/runs";
import { runItemJson } from "@/lib/api/json/run";
import { read } from "@/lib/api/read";
import { wrongMethod } from "@/lib/api/wrong-method";
import { listItems } from "@/lib/runs/items";

export const GET = read(listRunRowsEndpoint, async ({ ctx, params, query: { group, after, limit } }) => {
  const { rows, next } = await listItems(ctx, params.id, group, { after, limit });
  return { data: rows.map(runItemJson), next };
});

export {
  wrongMethod as DELETE,
  wrongMethod as OPTIONS,
  wrongMethod as PATCH,
  wrongMethod as POST,
  wrongMethod as PUT,
};
