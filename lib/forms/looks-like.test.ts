import { describe, expect, it } from "vitest";
import type { Field } from "@/lib/providers/contract";
import { checkFields } from "./check-fields";
import { couldBeCpr, misplaced } from "./looks-like";

const label = { en: "x", da: "x", nl: "x" };
const field = (kind: Field["kind"], more: Partial<Field> = {}): Field => ({
  name: kind,
  kind,
  label,
  required: true,
  ...more,
});
const name = field("text", { name: "holder", holds: "name", maxLength: 64 });

describe("what is pasted into the wrong field", () => {
  it.each([
    ["danish_account", "010170-1234", "looks_like_cpr"],
    ["danish_account", "010170 1234", "looks_like_cpr"],
    ["danish_account", "010170\u00a0\u20131234", "looks_like_cpr"],
    ["danish_account", "soren@example.dk", "looks_like_email"],
    ["iban", "010170-1234", "looks_like_cpr"],
    ["iban", "0040 0440116243", "looks_like_danish_account"],
    ["iban", "00400440116243", "looks_like_danish_account"],
    ["identity", "0040 0440116243", "looks_like_account"],
    ["identity", "NL28 INGB 0000 0000 01", "looks_like_account"],
    ["identity", "soren@example.dk", "looks_like_email"],
  ] as const)("%s with %j: %s", (kind, text, problem) => {
    const { problems, values } = checkFields([field(kind)], { [kind]: text }, "production");
    expect(problems).toEqual({ [kind]: problem });
    expect(values).toEqual({});
  });

  it.each([
    ["NL28INGB0000000001", "looks_like_account"],
    ["0040 0440116243", "looks_like_account"],
    ["0440116243999", "looks_like_account"],
    ["010170-1234", "looks_like_cpr"],
    ["0101701234", "looks_like_cpr"],
    ["soren@example.dk", "looks_like_email"],
    ["Søren 🎉", "emoji"],
    ["Søren \u202eklæB", "control_characters"],
    ["S".repeat(10_000), "too_long"],
  ])("a name %j: %s", (text, problem) => {
    expect(checkFields([name], { holder: text }, "production").problems).toEqual({ holder: problem });
  });

  it.each([
    ["Søren\u00a0Bæk-Nielsen", "Søren Bæk-Nielsen"],
    ["\ufeffAnne\u200bke", "Anneke"],
    ["Firma 42 ApS", "Firma 42 ApS"],
    ["7-Eleven 123 I/S", "7-Eleven 123 I/S"],
    ["محمد", "محمد"],
  ])("leaves a name alone that is one: %j", (text, kept) => {
    expect(checkFields([name], { holder: text }, "production")).toEqual({
      values: { holder: kept },
      problems: {},
    });
  });

  it("is the person's own number again, without anything between", () => {
    const form = [field("identity"), field("danish_account")];
    const given = { identity: "010190-1234", danish_account: "0101901234" };
    expect(checkFields(form, given, "production").problems).toEqual({ danish_account: "looks_like_cpr" });
  });

  it("is not said of an account that only resembles a number", () => {
    expect(misplaced(field("danish_account"), "1234 567890")).toBeNull();
    expect(misplaced(field("danish_account"), "3299 990000")).toBeNull();
    expect(couldBeCpr("1234567890")).toBe(false);
    expect(couldBeCpr("0707614285")).toBe(true);
  });
});
