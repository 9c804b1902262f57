import type { SimAnswer } from "../kit/simulator";
import { newTraceId } from "./identifiers";

/** The provider publishes no list of `type` values; "validation" is in its sample, the others are invented. */
const typeByStatus: Record<number, string> = {
  401: "authentication",
  404: "notfound",
  411: "transport",
  415: "transport",
  422: "validation",
  428: "precondition",
  429: "ratelimit",
  500: "server",
};

/** Thrown where a request cannot go on; answered as `{ title, type, traceId }`. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
  ) {
    super(title);
  }
}

/** The error body of https://docs.debitdirect.io/api-reference/errors.md */
export function refusalAnswer(refusal: Refusal): SimAnswer {
  return {
    status: refusal.status,
    body: { title: refusal.title, type: typeByStatus[refusal.status] ?? "error", traceId: newTraceId() },
  };
}
