import { describe, expect, it } from "vitest";
import { locales } from "@/lib/kernel/locale";
import { codeRules } from "@/lib/providers/mastercard-bs/map";
import { mastercardBs } from "@/lib/providers/mastercard-bs/module";
import { defaults, limits, readSettings } from "@/lib/providers/mastercard-bs/settings";
import { intent, prepared, secrets } from "@/lib/providers/mastercard-bs/testing/provider";
import { scrubBody } from "@/lib/providers/scrub";

describe("the settings", () => {
  it("have a field each, with the value we assume, and mean the same when nothing is set", () => {
    const fields = mastercardBs.settingsForm;
    expect(fields.map(({ name }) => name).sort()).toEqual(Object.keys(defaults).sort());
    for (const { name, initial, min, max, pattern } of fields) {
      expect(initial).toBe(new Map<string, string>(Object.entries(defaults)).get(name));
      if (min !== undefined && max !== undefined) expect(Number(initial)).toBeGreaterThanOrEqual(min);
      if (pattern !== undefined) expect(initial).toMatch(new RegExp(`^(?:${pattern})$`));
    }
    expect(readSettings({})).toEqual(readSettings(defaults));
  });

  it.each(Object.entries(limits))("%s outside its limits has its default", (name, { min, max }) => {
    const usual = readSettings({});
    for (const odd of [String(min - 1), String(max + 1), "1.5", "many", ""])
      expect(readSettings({ [name]: odd })).toEqual(usual);
    expect(readSettings({ [name]: String(max) })).toEqual(
      Number(new Map<string, string>(Object.entries(defaults)).get(name)) === max
        ? usual
        : expect.not.objectContaining(usual),
    );
  });

  it("never put into their JSON what is no name", () => {
    expect(readSettings({ search_list_name: 'a":1,"b' }).searchListName).toBe("uuids");
    expect(readSettings({ company_number_name: "9" }).companyNumberName).toBe("cvrNumber");
  });
});

describe("the module", () => {
  it("offers mandates by form and nothing else", () => {
    const { mandates, ...others } = mastercardBs.capabilities("production", {});
    expect(mandates).toBe("form");
    expect(Object.values(others).every((offered) => offered === false)).toBe(true);
  });

  it("sends the same request again after proven absence, unless a person is to be asked", () => {
    expect(mastercardBs.resend("production", {})).toEqual({
      afterAbsence: "same_key",
      visibilityDelayMs: 60_000,
    });
    expect(
      mastercardBs.resend("production", { after_absence: "person", visibility_delay_seconds: "600" }),
    ).toEqual({ afterAbsence: "person", visibilityDelayMs: 600_000 });
  });

  it("says in every language that it does not collect, also for an active mandate", () => {
    const mandate = { id: "man_1", state: "active", providerId: "012345678", values: {} } as const;
    const words = mastercardBs.notChargeable(mandate, intent.agreement);
    for (const locale of locales) expect(words?.[locale]).toContain("DebitDirect");
  });

  it("has words for every published code", () => {
    for (const code of Object.keys(codeRules)) {
      const words = mastercardBs.reasons[code];
      for (const locale of locales) {
        expect(words?.what[locale]).toMatch(/[.]$/);
        expect(words?.todo[locale]).toMatch(/[.]$/);
      }
    }
  });

  it("asks for identity and account, and marks both as sensitive", () => {
    const form = mastercardBs.mandateForm(intent.agreement);
    expect(form.map(({ name, kind, sensitive }) => [name, kind, sensitive])).toEqual([
      ["identity", "identity", true],
      ["account", "danish_account", true],
    ]);
    for (const { name } of form) expect(mastercardBs.sensitiveNames).toContain(name);
  });

  it("names everything that must not be stored in the clear", () => {
    const stored = scrubBody(prepared.body, mastercardBs.sensitiveNames);
    for (const secret of ["0101701234", "0440116243", "000000000012345", '"0040"'])
      expect(stored).not.toContain(secret);
    expect(stored).toContain("2056372");
    const writeOnly = mastercardBs.credentialForm.filter(({ kind }) => kind.startsWith("secret"));
    for (const { name } of writeOnly) expect(mastercardBs.sensitiveNames).toContain(name);
    for (const name of Object.keys(secrets)) expect(mastercardBs.sensitiveNames).toContain(name);
  });

  it("has no payments to read", async () => {
    const line = { call: () => Promise.reject(new Error("no call expected")) };
    expect(
      await mastercardBs.readPayments(
        {
          ...line,
          connectionId: "con_1",
          environment: "simulator",
          baseUrl: "",
          settings: {},
          secrets: {},
          now: () => new Date(0),
        },
        [{ reference: "x" }],
      ),
    ).toEqual([]);
  });
});
