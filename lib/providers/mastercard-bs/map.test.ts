import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mandateStates } from "@/lib/mandates/states";
import { evidenceOf } from "@/lib/providers/mastercard-bs/map";
import { readSettings } from "@/lib/providers/mastercard-bs/settings";
import { uuid } from "@/lib/providers/mastercard-bs/testing/provider";
import { readSearch, readStatus, type StatusRecord } from "@/lib/providers/mastercard-bs/wire";
import { reasons } from "@/lib/providers/mastercard-bs/words";

const settings = readSettings({});
const ref = { key: uuid };

const evidence = (json: Readonly<Record<string, unknown>>) => {
  const record = readStatus({ uuid, ...json }, settings);
  if (record === null) throw new Error("the record was not read");
  return evidenceOf(record, ref);
};

describe("a status", () => {
  it.each([
    [{ statusCode: "RECEIVED" }, "pending", "bs.status.received", null],
    [{ statusCode: "VALIDATED", mandateId: "012345678" }, "active", "bs.status.validated", "012345678"],
    [{ statusCode: "VALIDATED" }, "active", "bs.status.validated", null],
    [{ statusCode: "FAILED", errorCode: "DEBTOR_GROUP_CLOSED" }, "failed", "bs.status.failed", null],
    [{ statusCode: "CANCELLED", mandateId: "012345678" }, null, "bs.status.unknown", null],
    [{ statusCode: "RECEIVED", mandateId: "012345678" }, "pending", "bs.status.received", null],
  ])("%j means %s", (json, state, rule, mandateNumber) => {
    expect(evidence(json)).toMatchObject({
      about: "mandate",
      ref,
      word: json.statusCode,
      state,
      rule,
      mandateNumber,
      providerId: mandateNumber,
      at: null,
      endedBy: null,
      found: null,
    });
  });

  it("keeps the word as it came, and reads it in any case", () => {
    expect(evidence({ statusCode: "validated" })).toMatchObject({ word: "validated", state: "active" });
  });

  it.each(["constructor", "__proto__", "toString"])("%s is just another unknown word", (statusCode) => {
    expect(evidence({ statusCode }).state).toBeNull();
    expect(evidence({ statusCode: "FAILED", errorCode: statusCode }).reason?.code).toBe(
      "UNKNOWN_VALIDATION_ERROR",
    );
  });
});

describe("the mandate number", () => {
  it.each([
    [{ mandateNumber: "012345678" }, "012345678"],
    [{ mandateNo: "012345678", id: "9" }, "012345678"],
    [{ mandateId: "", id: "012345678" }, "012345678"],
    [{ mandateId: 12_345_678 }, "012345678"],
    [{ mandateId: { value: "1" } }, null],
    [{ mandateId: -1 }, null],
  ])("is read from %j as %s", (json, expected) => {
    expect(evidence({ statusCode: "VALIDATED", ...json }).mandateNumber).toBe(expected);
  });

  it("is read under another name once the settings say so", () => {
    const other = readSettings({ mandate_id_names: "agreementNo" });
    const record = readStatus({ uuid, statusCode: "VALIDATED", agreementNo: "1", mandateId: "2" }, other);
    expect(record?.mandateId).toBe("1");
  });
});

describe("the reason of a failure", () => {
  const published = [
    "MANDATE_ALREADY_EXISTS",
    "BANK_IS_NOT_WITHIN_BETALINGSSERVICE",
    "CREDITORS_DEBTOR_REFERENCE_IS_NOT_CORRECT",
    "DEBTOR_ACCOUNT_INFORMATION_IS_NOT_CORRECT",
    "DEBTOR_IDENTITY_IS_NOT_CORRECT",
    "CREDITOR_DATA_IS_NOT_CORRECT",
    "DEBTOR_GROUP_CLOSED",
    "UNKNOWN_VALIDATION_ERROR",
  ];

  it.each(published)("%s is kept and has words", (errorCode) => {
    const json = { statusCode: "FAILED", errorCode, errorDescription: "Their words." };
    expect(evidence(json).reason).toEqual({ code: errorCode, text: "Their words." });
    expect(reasons).toHaveProperty(errorCode);
  });

  it("that is not listed counts as unknown and keeps its code and text", () => {
    const json = { statusCode: "FAILED", errorCode: "DEBTOR_MOVED", errorDescription: "Gone away." };
    expect(evidence(json).reason).toEqual({
      code: "UNKNOWN_VALIDATION_ERROR",
      text: "DEBTOR_MOVED: Gone away.",
    });
  });

  it("is unknown when there is none", () => {
    const json = { statusCode: "FAILED", errorCode: 17 };
    expect(evidence(json).reason).toEqual({ code: "UNKNOWN_VALIDATION_ERROR", text: null });
  });

  it("loses the numbers of persons and accounts", () => {
    const errorDescription = "010170-1234 and 0101701234 do not own 0040 0440116243.";
    expect(
      evidence({ statusCode: "FAILED", errorCode: "DEBTOR_IDENTITY_IS_NOT_CORRECT", errorDescription }).reason
        ?.text,
    ).toBe("•••••••••• and •••••••••• do not own 0040 ••••••••••.");
  });

  it("is no part of a success", () => {
    expect(evidence({ statusCode: "VALIDATED", errorCode: "DEBTOR_GROUP_CLOSED" }).reason).toBeNull();
  });
});

describe("the answer of a search", () => {
  const one = { uuid, statusCode: "RECEIVED" };
  const read: StatusRecord = {
    uuid,
    statusCode: "RECEIVED",
    mandateId: null,
    errorCode: null,
    errorDescription: null,
  };

  it.each([
    ["a list", [one], { records: [read], unread: 0 }],
    ["an object with one list", { mandates: [one], total: 1 }, { records: [read], unread: 0 }],
    ["an empty list", [], { records: [], unread: 0 }],
    [
      "a list with things in it that are no status",
      [one, null, { uuid }, "x", { uuid: 1, statusCode: "RECEIVED" }],
      { records: [read], unread: 4 },
    ],
    ["an object with two lists", { mandates: [one], others: [] }, null],
    ["an object with none", { uuid, statusCode: "RECEIVED" }, null],
    ["a list of errors", { errors: [] }, null],
    ["a gateway's error", { Errors: { Error: [] } }, null],
    ["a word", "RECEIVED", null],
    ["nothing", null, null],
  ])("is read from %s", (_, json, expected) => {
    expect(readSearch(JSON.stringify(json), settings)).toEqual(expected);
  });

  it.each(["", "<html>", '[{"uuid":'])("is not read from %j", (text) => {
    expect(readSearch(text, settings)).toBeNull();
  });

  it("never throws, and every state it gives is one of ours", () => {
    const words = fc.oneof(fc.constantFrom("RECEIVED", "VALIDATED", "FAILED"), fc.string(), fc.jsonValue());
    const entry = fc.oneof(
      fc.jsonValue(),
      fc.record({ uuid: fc.constant(uuid), statusCode: words, mandateId: words, errorCode: words }),
    );
    fc.assert(
      fc.property(fc.oneof(fc.array(entry), entry), (json) => {
        for (const record of readSearch(JSON.stringify(json), settings)?.records ?? []) {
          const { state, word } = evidenceOf(record, ref);
          expect(state === null || mandateStates.includes(state)).toBe(true);
          expect(word).not.toBe("");
        }
      }),
    );
    fc.assert(fc.property(fc.string(), (text) => void readSearch(text, settings)));
  });
});
