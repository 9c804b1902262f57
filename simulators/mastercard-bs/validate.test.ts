import { describe, expect, it } from "vitest";
import { readCreate, readSearch } from "./validate";

const good = {
  uuid: "0b9f6c1e-6c0a-4a5e-9d2e-3f4a5b6c7d8e",
  debtorIdentity: { cprNumber: "0101701234" },
  debtorAccountInformation: { debtorRegNo: "0040", debtorAccountNo: "0440116243" },
  creditorsDebtorReference: "000000000012345",
  creditorData: { pbsNumber: 2_056_372, debtorGroupNumber: 1 },
};
const bytes = (value: unknown) => Buffer.from(JSON.stringify(value));
const codeOf = (body: Buffer, strict = true) => {
  const read = readCreate(body, strict);
  return "invalid" in read ? read.invalid.errorCode : "accepted";
};
const person = (cprNumber: string) => codeOf(bytes({ ...good, debtorIdentity: { cprNumber } }));

const IDENTITY = "DEBTOR_IDENTITY_IS_NOT_CORRECT";
const ACCOUNT = "DEBTOR_ACCOUNT_INFORMATION_IS_NOT_CORRECT";
const REFERENCE = "CREDITORS_DEBTOR_REFERENCE_IS_NOT_CORRECT";
const CREDITOR = "CREDITOR_DATA_IS_NOT_CORRECT";
const OTHER = "UNKNOWN_VALIDATION_ERROR";

describe("the body of a creation request", () => {
  it("accepts a person, and a company whose number fails its check digit", () => {
    expect(codeOf(bytes(good))).toBe("accepted");
    expect(codeOf(bytes({ ...good, debtorIdentity: { cvrNumber: "42222222" } }))).toBe("accepted");
  });

  it("accepts civil registration numbers with and without a fitting check digit", () => {
    for (const one of ["0101901009", "0101901017", "0101701234"]) expect(person(one)).toBe("accepted");
  });

  it("takes the century of a leap day from the seventh digit", () => {
    expect(person("2902004000")).toBe("accepted");
    expect(person("2902000000")).toBe(IDENTITY);
  });

  const refused: [string, unknown, string][] = [
    ["no uuid", { ...good, uuid: undefined }, OTHER],
    ["a uuid that is none", { ...good, uuid: "12345" }, OTHER],
    ["no identity", { ...good, debtorIdentity: undefined }, IDENTITY],
    ["an empty identity", { ...good, debtorIdentity: {} }, IDENTITY],
    [
      "both identities",
      { ...good, debtorIdentity: { cprNumber: "0101701234", cvrNumber: "13748136" } },
      IDENTITY,
    ],
    ["a hyphen in the number", { ...good, debtorIdentity: { cprNumber: "010170-1234" } }, IDENTITY],
    ["a number that begins with no date", { ...good, debtorIdentity: { cprNumber: "3102701234" } }, IDENTITY],
    ["a short company number", { ...good, debtorIdentity: { cvrNumber: "1374813" } }, IDENTITY],
    [
      "a short registration number",
      { ...good, debtorAccountInformation: { debtorRegNo: "40", debtorAccountNo: "1" } },
      ACCOUNT,
    ],
    [
      "an account of eleven digits",
      { ...good, debtorAccountInformation: { debtorRegNo: "0040", debtorAccountNo: "12345678901" } },
      ACCOUNT,
    ],
    [
      "an account that is a number",
      { ...good, debtorAccountInformation: { debtorRegNo: "0040", debtorAccountNo: 1 } },
      ACCOUNT,
    ],
    ["a reference of 16 characters", { ...good, creditorsDebtorReference: "0000000000012345" }, REFERENCE],
    ["a reference with a hyphen", { ...good, creditorsDebtorReference: "NV-12" }, REFERENCE],
    [
      "a creditor number that is text",
      { ...good, creditorData: { pbsNumber: "02056372", debtorGroupNumber: 1 } },
      CREDITOR,
    ],
    [
      "a creditor number of nine digits",
      { ...good, creditorData: { pbsNumber: 100_000_000, debtorGroupNumber: 1 } },
      CREDITOR,
    ],
    ["a debtor group of zero", { ...good, creditorData: { pbsNumber: 1, debtorGroupNumber: 0 } }, CREDITOR],
    ["a field it does not know", { ...good, debtorName: "Anna Berg" }, OTHER],
    ["a list", [good], OTHER],
  ];
  for (const [name, body, code] of refused)
    it(`refuses ${name} with ${code}`, () => {
      expect(codeOf(bytes(body))).toBe(code);
    });

  it("ignores unknown fields when told to", () => {
    expect(codeOf(bytes({ ...good, debtorName: "Anna Berg" }), false)).toBe("accepted");
  });

  it("refuses what is no JSON or no UTF-8", () => {
    expect(codeOf(Buffer.from('{"uuid":'))).toBe(OTHER);
    expect(codeOf(Buffer.from([0x7b, 0xff, 0x7d]))).toBe(OTHER);
  });

  it("names the field and never the value", () => {
    const read = readCreate(bytes({ ...good, debtorIdentity: { cprNumber: "3102701234" } }), true);
    const text = "invalid" in read ? read.invalid.description : "";
    expect(text).toMatch(/^debtorIdentity\.cprNumber: /);
    expect(text).not.toContain("3102701234");
  });
});

describe("the body of a search", () => {
  it("reads the UUIDs and refuses another field beside them", () => {
    expect(readSearch(bytes({ uuids: [good.uuid] }), 100, true)).toEqual({ value: [good.uuid] });
    expect(readSearch(bytes({ uuids: [good.uuid], page: 1 }), 100, true)).toHaveProperty("invalid");
  });
});
