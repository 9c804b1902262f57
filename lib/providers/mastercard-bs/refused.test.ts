import { describe, expect, it } from "vitest";
import type { Exchange, Values } from "@/lib/providers/contract";
import { interpret } from "@/lib/providers/mastercard-bs/create";
import {
  answered,
  exchangeOf,
  gatewayError,
  intent,
  prepared,
} from "@/lib/providers/mastercard-bs/testing/provider";

const outcome = (exchange: Exchange, settings: Values = {}) =>
  interpret(intent, prepared, exchange, settings);
describe("a refusal", () => {
  it.each<[string, number, unknown, string, string, string[]]>([
    [
      "identity",
      400,
      { errorCode: "DEBTOR_IDENTITY_IS_NOT_CORRECT", errorDescription: "No." },
      "data",
      "DEBTOR_IDENTITY_IS_NOT_CORRECT",
      ["identity"],
    ],
    [
      "account, in the gateway's shape",
      422,
      gatewayError("DEBTOR_ACCOUNT_INFORMATION_IS_NOT_CORRECT", "No.", "bs-creditor-api"),
      "data",
      "DEBTOR_ACCOUNT_INFORMATION_IS_NOT_CORRECT",
      ["account"],
    ],
    [
      "creditor data",
      400,
      { errorCode: "CREDITOR_DATA_IS_NOT_CORRECT", errorDescription: "Unknown debtor group." },
      "configuration",
      "CREDITOR_DATA_IS_NOT_CORRECT",
      ["debtor_group", "pbs_number"],
    ],
    [
      "creditor data, refused as a right",
      403,
      { errorCode: "CREDITOR_DATA_IS_NOT_CORRECT" },
      "configuration",
      "CREDITOR_DATA_IS_NOT_CORRECT",
      ["debtor_group", "pbs_number"],
    ],
    [
      "a closed debtor group",
      400,
      gatewayError("DEBTOR_GROUP_CLOSED", "Closed."),
      "configuration",
      "DEBTOR_GROUP_CLOSED",
      ["debtor_group"],
    ],
    [
      "a mandate that exists",
      400,
      { errorCode: "MANDATE_ALREADY_EXISTS", errorDescription: "There is one already." },
      "state",
      "MANDATE_ALREADY_EXISTS",
      [],
    ],
    [
      "a field that they name",
      400,
      { errorCode: "INVALID", errorDescription: "debtorAccountNo and cprNumber must be digits" },
      "data",
      "INVALID",
      ["account", "identity"],
    ],
    [
      "a creditor's field that they name",
      400,
      { errorDescription: "creditorData.pbsNumber is out of range" },
      "configuration",
      "HTTP_400",
      ["pbs_number"],
    ],
    ["something else", 400, { errorCode: "ODD" }, "other", "ODD", []],
    ["a page", 400, "<h1>Bad Request</h1>", "other", "HTTP_400", []],
    [
      "the bytes on the way",
      400,
      gatewayError("INVALID_BODY_HASH", "…"),
      "configuration",
      "INVALID_BODY_HASH",
      [],
    ],
    ["the path", 404, "", "configuration", "HTTP_404", []],
    ["the media type", 415, { errorCode: "MEDIA" }, "configuration", "MEDIA", []],
  ])("of %s is told with its kind, code and fields", (_, status, body, kind, code, fields) => {
    const told = outcome(answered(status, body));
    if (told.kind !== "refused") throw new Error(`not refused but ${told.kind}`);
    expect(told.refusal).toMatchObject({ kind, reason: { code } });
    expect(Object.keys(told.refusal.fields).sort()).toEqual(fields);
  });

  it("does not repeat what we sent", () => {
    const errorDescription = `cprNumber 0101701234 does not own 0440116243 ${"x".repeat(2_000)}`;
    const told = JSON.stringify(outcome(answered(400, { errorDescription })));
    expect(told).not.toMatch(/0101701234|0440116243/);
    expect(told.length).toBeLessThan(1_500);
  });
});

const baseString =
  "POST&https%3A%2F%2Fmtf.oauth.payments.mastercard.dk%2Fbs-creditor-api-sandbox&oauth_timestamp%3D1735732800";
const signatureRefused = gatewayError(
  "AUTHENTICATION_FAILED",
  `OAuth signatures did not match. Acceptable signature base string: ${baseString}`,
);

describe("what is held back", () => {
  it.each<[string, Exchange, string]>([
    ["no connection", exchangeOf({ kind: "not_sent", cause: "ECONNREFUSED" }), "unreachable"],
    ["an unusable key", exchangeOf({ kind: "not_sent", cause: "credential_unreadable" }), "credential"],
    ["the rate", answered(429, gatewayError("RATE_LIMIT_EXCEEDED", "")), "rate"],
    ["a refused signature", answered(403, signatureRefused), "credential"],
    ["a refused signature with another status", answered(400, signatureRefused), "credential"],
    ["a declined credential", answered(401, gatewayError("DECLINED", "Access Not Granted")), "credential"],
    ["a page that forbids", answered(403, "<h1>Forbidden</h1>"), "credential"],
    ["a timestamp, in words", answered(401, gatewayError("OAUTH", "Timestamp refused.")), "clock"],
    ["a timestamp, by code", answered(403, gatewayError("TIMESTAMP_REFUSED", "")), "clock"],
  ])("after %s waits", (_, exchange, cause) => {
    expect(outcome(exchange)).toMatchObject({ kind: "held", cause });
  });

  it("blames the clock and not the key when the answer's date differs by more than five minutes", () => {
    const at = (date: string) => outcome(answered(403, signatureRefused, { date }));
    expect(at("Fri, 20 Nov 2026 10:07:12 GMT")).toMatchObject({
      kind: "held",
      cause: "clock",
      detail: expect.stringContaining("our clock is 432 seconds behind the provider's"),
    });
    expect(at("Fri, 20 Nov 2026 09:54:00 GMT")).toMatchObject({
      cause: "clock",
      detail: expect.stringContaining("360 seconds ahead of"),
    });
    expect(at("Fri, 20 Nov 2026 10:04:59 GMT")).toMatchObject({ cause: "credential" });
    expect(at("yesterday")).toMatchObject({ cause: "credential" });
  });

  it("leaves the clock alone when the answer says what it is about, or comes from behind the gateway", () => {
    const date = "Fri, 20 Nov 2026 12:00:00 GMT";
    for (const body of [gatewayError("X", "Not activated."), { errorCode: "ACCESS_DENIED" }])
      expect(outcome(answered(403, body, { date }))).toMatchObject({ kind: "held", cause: "credential" });
  });

  it("takes another tolerance from the settings, and no blame for other refusals", () => {
    const date = "Fri, 20 Nov 2026 10:01:00 GMT";
    expect(
      outcome(answered(403, signatureRefused, { date }), { clock_tolerance_seconds: "30" }),
    ).toMatchObject({ cause: "clock" });
    const late = "Fri, 20 Nov 2026 12:00:00 GMT";
    expect(outcome(answered(400, { errorCode: "ODD" }, { date: late }))).toMatchObject({ kind: "refused" });
  });

  it.each<[string | undefined, number | null]>([
    ["30", 30_000],
    ["Fri, 20 Nov 2026 10:01:00 GMT", 59_750],
    ["Fri, 20 Nov 2026 09:00:00 GMT", 0],
    ["99999999999", 86_400_000],
    ["soon", null],
    [undefined, null],
  ])("after the rate with Retry-After %s waits %s ms", (retryAfter, retryAfterMs) => {
    const headers: Record<string, string> = retryAfter === undefined ? {} : { "retry-after": retryAfter };
    expect(outcome(answered(429, "", headers))).toMatchObject({ cause: "rate", retryAfterMs });
  });

  it.each([
    ["not_activated", gatewayError("FORBIDDEN", "The client id is not activated.", "bs")],
    ["wrong_environment", gatewayError("FORBIDDEN", "A sandbox key cannot be used here.")],
    ["credential_refused", signatureRefused],
  ])("says %s as far as the answer tells", (problem, body) => {
    expect(outcome(answered(403, body))).toMatchObject({
      cause: "credential",
      detail: expect.stringMatching(new RegExp(`^${problem}: HTTP 403`)),
    });
  });
});
