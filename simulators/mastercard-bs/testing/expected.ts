import { expect } from "vitest";

/** What a search answers for a request that failed, whatever the text. */
export const failedAs = (uuid: string, errorCode: string) => ({
  uuid,
  statusCode: "FAILED",
  errorCode,
  errorDescription: expect.stringMatching(/\.$/),
});
/** What a search answers for a mandate, whatever its number. */
export const validated = (uuid: string) => ({
  uuid,
  statusCode: "VALIDATED",
  mandateId: expect.stringMatching(/^\d{9}$/),
});
