import { randomUUID } from "node:crypto";
import { problemResponse } from "@/lib/api/problem";
import { notFound } from "@/lib/kernel/errors";

/** Addresses that are none: a problem like any other, and not a page. */
function nothingHere(): Response {
  return problemResponse(notFound(), randomUUID());
}

export {
  nothingHere as DELETE,
  nothingHere as GET,
  nothingHere as PATCH,
  nothingHere as POST,
  nothingHere as PUT,
};
