import { randomUUID } from "node:crypto";
import { endpoints } from "./endpoints/all";
import { problemResponse, RequestProblem } from "./problem";

const ROOT = "/api/v1";

/** Whether an address is one of a template: `{name}` stands for one part of it. */
function fits(template: string, path: string): boolean {
  const [wanted, given] = [template.split("/"), path.split("/")];
  return (
    wanted.length === given.length && wanted.every((part, n) => part.startsWith("{") || part === given[n])
  );
}

/** What an address of the API takes; the framework lets HEAD follow GET. */
function methodsOf(path: string): string[] {
  const own = endpoints.filter((one) => fits(`${ROOT}${one.path}`, path)).map((one) => one.method);
  return (own.length > 0 ? own : ["GET" as const]).flatMap((one) => (one === "GET" ? ["GET", "HEAD"] : one));
}

/** The answer to a method that an address does not take: a problem like any other, with what it does take. */
export function wrongMethod(request: Request): Response {
  const response = problemResponse(new RequestProblem("method_not_allowed"), randomUUID());
  response.headers.set("allow", methodsOf(new URL(request.url).pathname).join(", "));
  return response;
}
