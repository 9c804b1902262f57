import { expect, test } from "vitest";
import { isIban } from "./iban";

test.each([
  "NL28INGB0000000001",
  "NL31ABNA0000000002",
  "NL46RABO0000000003",
  "NL95BUNQ0000000004",
  "NL18TRIO0000000005",
  "NL75ASNB0000000006",
  "NL97REVO0000000007",
  "NL69INGB0123456789",
  "NL20INGB0001234567",
  "BE68539007547034",
  "DE89370400440532013000",
  "MT84MALT011000012345MTLCAST001S",
])("%s has valid check digits", (iban) => {
  expect(isIban(iban)).toBe(true);
});

test.each([
  ["NL91INGB0001234567", "wrong check digits"],
  ["NL00RABO0123456789", "check digits that no account has"],
  ["NL28 INGB 0000 0000 01", "spaces"],
  ["nl28ingb0000000001", "lower case"],
  ["NL28INGB000000001", "a digit too few"],
  ["", "nothing"],
])("%s is refused: %s", (iban) => {
  expect(isIban(iban)).toBe(false);
});

test("exactly one pair of check digits fits an account", () => {
  const pairs = Array.from({ length: 97 }, (_, n) => String(n + 2).padStart(2, "0"));
  expect(pairs.filter((pair) => isIban(`NL${pair}INGB0000000001`))).toEqual(["28"]);
});
