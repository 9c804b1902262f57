import { getRunEndpoint } from "@/lib/api/endpoints/runs";
import { runDetailJson } from "@/lib/api/json/run";
import { read } from "@/lib/api/read";
import { wrongMethod } from "@/lib/api/wrong-method";

export const GET = read(getRunEndpoint, ({ ctx, params }) => runDetailJson(ctx, params.id));

export {
  wrongMethod as DELETE,
  wrongMethod as OPTIONS,
  wrongMethod as PATCH,
  wrongMethod as POST,
  wrongMethod as PUT,
};
