import { getMandateEndpoint } from "@/lib/api/endpoints/mandates";
import { mandateDetailJson } from "@/lib/api/json/mandate";
import { read } from "@/lib/api/read";

export const GET = read(getMandateEndpoint, ({ ctx, params }) => mandateDetailJson(ctx, params.id));
