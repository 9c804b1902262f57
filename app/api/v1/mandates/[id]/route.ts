import { getMandateEndpoint } from "@/lib/api/endpoints/mandates";
import { mandateDetailJson } from "@/lib/api/json/mandate";
import { read } from "@/lib/api/read";
import { wrongMethod } from "@/lib/api/wrong-method";

export const GET = read(getMandateEndpoint, ({ ctx, params }) => mandateDetailJson(ctx, params.id));

export {
  wrongMethod as DELETE,
  wrongMethod as OPTIONS,
  wrongMethod as PATCH,
  wrongMethod as POST,
  wrongMethod as PUT,
};
