import { getRunEndpoint } from "@/lib/api/endpoints/runs";
import { runDetailJson } from "@/lib/api/json/run";
import { read } from "@/lib/api/read";

export const GET = read(getRunEndpoint, ({ ctx, params }) => runDetailJson(ctx, params.id));
