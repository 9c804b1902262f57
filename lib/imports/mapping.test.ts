import { describe, expect, it } from "vitest";
import { locales } from "@/lib/kernel/locale";
import type { Offer } from "@/lib/mandates/offer";
import { providers } from "@/lib/providers/registry";
import { applyMapping } from "./apply-mapping";
import { guessMapping, shapeOf } from "./guess-mapping";
import { readMapping } from "./mapping";
import type { FileRow, ImportReading } from "./shapes";
import { type Target, targetsOf } from "./targets";
import { templateHeads } from "./template";

const view = { id: "agr_1", scheme: "", providerId: null, values: {}, test: true };

/** What a provider's form asks, without a connection. */
const formOf = (id: string): Pick<Offer, "form" | "capabilities"> => {
  const provider = providers[id];
  if (!provider) throw new Error(id);
  return { form: provider.mandateForm(view), capabilities: provider.capabilities("production", {}) };
};
const names = Object.keys(providers);

describe("a template", () => {
  const cases = names.flatMap((name) => locales.map((locale) => [name, locale] as const));
  it.each(cases)("of %s in %s is understood column for column, each named once", (name, locale) => {
    const heads = templateHeads(formOf(name), locale);
    expect(new Set(heads).size).toBe(heads.length);
    const targets = targetsOf(formOf(name)).filter(({ field }) => field.name !== "registration");
    const mapping = guessMapping(heads, targets);
    expect(Object.keys(mapping).sort()).toEqual(targets.map((target) => target.name).sort());
    // No column is left without a use.
    const used = new Set(Object.values(mapping).map((source) => ("column" in source ? source.column : -1)));
    expect(used.size).toBe(heads.length);
  });
});

const target = (targets: readonly Target[], name: string) => {
  const found = targets.find((one) => one.name === name);
  if (!found) throw new Error(name);
  return found;
};

describe("columns as other systems name them", () => {
  const danish = [
    "Kundenr.",
    "Fulde navn",
    "CPR-nr.",
    "Reg.nr.",
    "Kontonr.",
    "Mailadresse",
    "Tlf.",
    "Samtykkedato",
    "Andet",
  ];
  it("are recognised in Danish", () => {
    const mapping = guessMapping(danish, targetsOf(formOf("mastercard-bs")));
    expect(mapping).toEqual({
      "debtor.customer_number": { column: 0 },
      "debtor.name": { column: 1 },
      "mandate.identity": { column: 2 },
      "mandate.registration": { column: 3 },
      "mandate.account": { column: 4 },
      "debtor.email": { column: 5 },
      "debtor.phone": { column: 6 },
      "consent.given_at": { column: 7 },
    });
  });
  it("are recognised in Dutch, one name filling debtor and account holder", () => {
    const mapping = guessMapping(["Klantnummer", "Naam", "IBAN", "Bedrag"], targetsOf(formOf("paynl")));
    expect(mapping).toMatchObject({
      "debtor.customer_number": { column: 0 },
      "debtor.name": { column: 1 },
      "mandate.holder": { column: 1 },
      "mandate.iban": { column: 2 },
      "mandate.amount": { column: 3 },
    });
  });
  it("have the same shape however they are written, and with the reasons that we add", () => {
    expect(shapeOf(["KUNDENR", "navn "])).toBe(shapeOf(["Kundenr.", "Navn"]));
    expect(shapeOf(["Kundenr.", "Navn", "Række", "Årsag"])).toBe(shapeOf(["Kundenr.", "Navn"]));
    expect(shapeOf(["Navn", "Kundenr."])).not.toBe(shapeOf(["Kundenr.", "Navn"]));
  });
});

const reading: ImportReading = {
  ...{ encoding: "utf-8", separator: ";", sheet: "", sheets: [] },
  ...{ headLine: 1, decimals: ",", dates: "dmy" },
};

function read(provider: string, fields: Record<string, string>, notes: FileRow["notes"] = {}) {
  const targets = targetsOf(formOf(provider));
  const heads = Object.keys(fields);
  const mapping = Object.fromEntries(heads.map((name, column) => [target(targets, name).name, { column }]));
  return applyMapping({ line: 2, cells: Object.values(fields), notes }, { mapping, reading, heads }, targets);
}

describe("a row", () => {
  it("keeps leading zeros and puts a registration number before its account", () => {
    const { values, problems } = read("mastercard-bs", {
      "debtor.customer_number": "000123",
      "mandate.registration": "0040",
      "mandate.account": "0001234567",
    });
    expect(problems).toEqual([]);
    expect(values.debtor.customer_number).toBe("000123");
    expect(values.mandate.account).toBe("0040 0001234567");
    expect(values.mandate).not.toHaveProperty("registration");
  });

  it("says a day, an amount and a moment in the one way that was confirmed", () => {
    const { values, problems } = read("paynl", {
      "mandate.amount": "1.236,75",
      "mandate.process_date": "24-12-2026",
    });
    expect(problems).toEqual([]);
    expect(values.mandate).toEqual({ amount: "1236.75", process_date: "2026-12-24" });
    const { values: more } = read("mastercard-bs", { "consent.given_at": "3.11.2026 9:05" });
    expect(more.consent.given_at).toBe("2026-11-03T09:05");
  });

  it.each([
    ["paynl", "mandate.amount", "1,236.75", "amount_unreadable"],
    ["paynl", "mandate.amount", "1e3", "amount_unreadable"],
    ["paynl", "mandate.amount", "-0", "amount_unreadable"],
    ["paynl", "mandate.process_date", "12/24/2026", "day"],
    ["paynl", "mandate.process_date", "46357", "day"],
    ["mastercard-bs", "mandate.account", "1,23457E+13", "excel_damage"],
    ["mastercard-bs", "mandate.identity", "1.01E+09", "excel_damage"],
    ["mastercard-bs", "consent.given_at", "yesterday", "instant"],
    ["mastercard-bs", "debtor.name", "x".repeat(1_001), "cell_too_long"],
  ])("X7: %s %s %j is not repaired but refused as %s", (provider, name, cell, code) => {
    expect(read(provider, { [name]: cell }).problems).toEqual([{ target: name, code, level: "error" }]);
  });

  it("says what a workbook says of its cells", () => {
    const { problems } = read("paynl", { "mandate.holder": "S. Bakker" }, { 0: "formula" });
    expect(problems).toEqual([{ target: "mandate.holder", code: "formula", level: "warning" }]);
  });

  it.each(["Papir", "PAPER", "op papier", "paper"])(
    "takes %j for a choice in whichever language, or not",
    (word) => {
      const { values } = read("mastercard-bs", { "consent.channel": word });
      expect(values.consent.channel).toBe(word === "op papier" ? "op papier" : "paper");
    },
  );
});

describe("what a form says of the columns", () => {
  const targets = targetsOf(formOf("mastercard-bs"));
  const of = { heads: ["a", "b", "c"], reading };
  const good = {
    "debtor.customer_number": "c0",
    "mandate.identity": "c1",
    "mandate.account": "c2",
    "consent.channel": "fixed",
    "consent.channel.fixed": "paper",
    "consent.given_at": "fixed",
    "consent.given_at.fixed": "01-11-2026",
    "consent.wording": "fixed",
    "consent.wording.fixed": "da-1",
  };
  it("is taken when everything that is needed has a column or a value", () => {
    const { mapping, problems } = readMapping(good, targets, of);
    expect(problems).toEqual({});
    expect(mapping["consent.channel"]).toEqual({ fixed: "paper" });
  });
  it.each([
    [{ "debtor.customer_number": "" }, { "debtor.customer_number": "column_needed" }],
    [{ "mandate.account": "c9" }, { "mandate.account": "choice" }],
    [{ "mandate.account": "fixed", "mandate.account.fixed": "0040 1" }, { "mandate.account": "choice" }],
    [{ "consent.wording.fixed": "" }, { "consent.wording.fixed": "required" }],
    [{ "consent.given_at.fixed": "soon" }, { "consent.given_at.fixed": "instant" }],
    [{ "consent.channel.fixed": "smoke" }, { "consent.channel.fixed": "choice" }],
  ])("%j is refused at its field", (change, problems) => {
    expect(readMapping({ ...good, ...change } as Record<string, string>, targets, of).problems).toEqual(
      problems,
    );
  });
});
