import { openApiDocument } from "@/lib/api/openapi";

/** Public: it says nothing of anybody's data. */
export function GET(): Response {
  return Response.json(openApiDocument());
}
