import { openApiDocument } from "@/lib/api/openapi";
import { wrongMethod } from "@/lib/api/wrong-method";

/** Public: it says nothing of anybody's data. */
export function GET(): Response {
  return Response.json(openApiDocument());
}

export {
  wrongMethod as DELETE,
  wrongMethod as OPTIONS,
  wrongMethod as PATCH,
  wrongMethod as POST,
  wrongMethod as PUT,
};
