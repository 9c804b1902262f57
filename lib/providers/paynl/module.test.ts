import { describe, expect, it } from "vitest";
import { day } from "@/lib/kernel/day";
import { locales } from "@/lib/kernel/locale";
import { mandateStates } from "@/lib/mandates/states";
import type { Field, Values } from "@/lib/providers/contract";
import { paynl } from "@/lib/providers/paynl/module";
import { readSettings } from "@/lib/providers/paynl/settings";
import { agreement, createMandate, mandateView, theirMandate } from "@/lib/providers/paynl/testing";
import { scrubBody } from "@/lib/providers/scrub";

const TOKEN = "0123456789abcdef0123456789abcdef01234567";
const now = new Date("2026-04-28T07:15:04.000Z");

describe("the credential form", () => {
  const read = (values: Values) => paynl.readCredential(values, now);

  it("takes a token pair and lets it sign exchange calls too", () => {
    expect(read({ user: " at-1000-2000 ", password: `${TOKEN}\n` })).toMatchObject({
      ok: true,
      secrets: {
        user: "AT-1000-2000",
        password: TOKEN,
        signing_key_id: "AT-1000-2000",
        signing_secret: TOKEN,
      },
      facts: { lastFour: "4567", expiresAt: null },
    });
  });

  it("keeps a signing pair of its own, and shows nothing of the secret", () => {
    const other = "f".repeat(40);
    const said = read({
      user: "AT-1000-2000",
      password: TOKEN,
      signing_key_id: "SL-1-2",
      signing_secret: other,
    });
    expect(said).toMatchObject({ ok: false, problems: { signing_key_id: expect.anything() } });
    const good = read({
      user: "AT-1000-2000",
      password: TOKEN,
      signing_key_id: "SL-1000-2000",
      signing_secret: other,
    });
    expect(good).toMatchObject({
      ok: true,
      secrets: { signing_key_id: "SL-1000-2000", signing_secret: other },
    });
    expect(JSON.stringify(good.ok && good.facts)).not.toContain(TOKEN.slice(0, 12));
  });

  it.each<[string, Values, string[]]>([
    ["nothing", {}, ["user", "password"]],
    ["another kind of code", { user: "IO-1000-2000-3000", password: TOKEN }, ["user"]],
    ["a short token", { user: "AT-1000-2000", password: TOKEN.slice(1) }, ["password"]],
    [
      "a key without its secret",
      { user: "AT-1000-2000", password: TOKEN, signing_key_id: "SL-1000-2000" },
      ["signing_secret"],
    ],
    [
      "a secret without its key",
      { user: "AT-1000-2000", password: TOKEN, signing_secret: TOKEN },
      ["signing_key_id"],
    ],
  ])("refuses %s", (_, values, fields) => {
    const said = read(values);
    expect(Object.keys(said.ok ? {} : said.problems)).toEqual(fields);
  });
});

describe("the agreement", () => {
  it("needs a sales location, and has no sandbox", () => {
    expect(paynl.checkAgreement?.({ service_id: "SL-1000-2000" }, "production")).toEqual({});
    expect(paynl.checkAgreement?.({ service_id: "SL-1000-200x" }, "production")).toHaveProperty("service_id");
    expect(paynl.checkAgreement?.({ service_id: "SL-1000-2000" }, "sandbox")).toHaveProperty("service_id");
    expect(paynl.capabilities("sandbox", {})).toMatchObject({ createPayment: false, endMandate: false });
    expect(paynl.capabilities("production", {})).toMatchObject({
      mandates: "form",
      endMandate: true,
      createPayment: true,
      cancelPayment: false,
      registerAgreement: false,
      subscribeEvents: false,
      receivesEvents: true,
    });
  });
});

describe("the mandate form", () => {
  const check = (values: Values) =>
    paynl.checkMandate?.(
      { ...createMandate.values, process_date: "", ...values },
      agreement,
      day("2026-04-28"),
    );

  it("takes a bank day that has not passed, or none", () => {
    for (const process_date of ["2026-04-28", "2026-05-04", ""]) expect(check({ process_date })).toEqual({});
  });

  it("names the next bank day when banks are closed", () => {
    expect(check({ process_date: "2026-05-01" })).toEqual({
      process_date: {
        en: "Banks are closed on this day. The next bank day is 4 May 2026.",
        da: "Bankerne holder lukket den dag. Næste bankdag er 4. maj 2026.",
        nl: "De banken zijn op die dag gesloten. De volgende bankdag is 4 mei 2026.",
      },
    });
  });

  it.each(["2026-04-27", "2026-02-30", "tomorrow", "2029-05-01", "9999-12-31"])(
    "refuses the date %s",
    (date) => {
      expect(check({ process_date: date })).toHaveProperty("process_date");
    },
  );

  it.each(["", "0", "-5", "12.50", "12,50", "1e3", "99999999999"])(
    "refuses the amount %j for every type",
    (amount) => {
      for (const type of ["SINGLE", "FLEXIBLE"]) expect(check({ type, amount })).toHaveProperty("amount");
    },
  );

  it("wants an end to every series", () => {
    const series = { type: "RECURRING", period: "month", every: "1" };
    expect(check({ ...series, quantity: "12" })).toEqual({});
    expect(check({ ...series, quantity: "0" })).toHaveProperty("quantity");
    expect(check(series)).toHaveProperty("quantity");
  });

  it("hides the account", () => {
    const sensitive = paynl.mandateForm(agreement).filter((field) => field.sensitive);
    expect(sensitive.map(({ name }) => name)).toEqual(["iban"]);
  });
});

describe("a first debit without a date", () => {
  const earliest = (instant: string, settings: Values = {}) =>
    paynl.earliestFirstDebit?.(new Date(instant), "production", settings);

  it("may be taken on the next bank day, by the day in Amsterdam", () => {
    expect(earliest("2026-04-30T21:59:00Z")).toBe("2026-05-04");
    expect(earliest("2026-05-03T22:01:00Z")).toBe("2026-05-05");
  });

  it("is as far ahead as an admin says", () => {
    expect(earliest("2026-04-28T10:00:00Z", { empty_date_bank_days: "2" })).toBe("2026-04-30");
    expect(earliest("2026-05-02T10:00:00Z", { empty_date_bank_days: "0" })).toBe("2026-05-04");
  });
});

describe("what may be charged", () => {
  it("is a flexible, active mandate with a code, and nothing else", () => {
    for (const type of ["FLEXIBLE", "RECURRING", "SINGLE", "", "constructor"])
      for (const state of mandateStates)
        for (const providerId of ["IO-1", null]) {
          const said = paynl.notChargeable(
            { ...mandateView, state, providerId, values: { type } },
            agreement,
          );
          const chargeable = type === "FLEXIBLE" && state === "active" && providerId !== null;
          expect(said === null).toBe(chargeable);
        }
  });
});

describe("settings", () => {
  it("have a default for everything, also for nonsense", () => {
    const defaults = readSettings({});
    const nonsense = Object.fromEntries(paynl.settingsForm.map(({ name }) => [name, "\u0000 nonsense"]));
    expect(readSettings(nonsense)).toEqual(defaults);
    const drawn = Object.fromEntries(paynl.settingsForm.map(({ name, initial }) => [name, initial ?? ""]));
    expect(readSettings(drawn)).toEqual(defaults);
  });

  it("leave a lost request to a person unless an admin knows better", () => {
    expect(paynl.resend("production", {})).toEqual({ afterAbsence: "person", visibilityDelayMs: 120_000 });
    expect(paynl.resend("simulator", {})).toEqual({ afterAbsence: "person", visibilityDelayMs: 5_000 });
    const settings = { after_absence: "resend", visibility_delay_seconds: "600" };
    expect(paynl.resend("production", settings)).toEqual({
      afterAbsence: "same_key",
      visibilityDelayMs: 600_000,
    });
  });

  it("ask hourly in production and every five seconds in the simulator", () => {
    const pause = (environment: "production" | "simulator", values: Values) =>
      paynl.nextPoll(now, environment, values).getTime() - now.getTime();
    expect(pause("production", {})).toBe(3_600_000);
    expect(pause("simulator", {})).toBe(5_000);
    expect(pause("production", { poll_minutes: "10", simulator_poll_seconds: "1" })).toBe(600_000);
  });
});

it("masks accounts, secrets and the address that holds ours in everything that is stored", () => {
  const secret = "7f0c1a2b3c4d5e6f";
  const stored = [
    paynl.prepare(createMandate, {}).body,
    JSON.stringify(theirMandate({ exchangeUrl: `https://desk.example.org/${secret}/x` })),
    JSON.stringify({ action: "incassoadd", secret, pincode: secret }),
    new URLSearchParams({ action: "incassoadd", secret }).toString(),
    JSON.stringify({ user: "AT-1000-2000", password: TOKEN, signing_secret: TOKEN }),
  ].map((body) => scrubBody(body, paynl.sensitiveNames));
  for (const body of stored)
    for (const canary of ["NL28INGB0000000001", secret, TOKEN, "https://desk"])
      expect(body).not.toContain(canary);
});

it("speaks every language in every label, hint, reason and option", () => {
  const fields: readonly Field[] = [
    ...paynl.settingsForm,
    ...paynl.credentialForm,
    ...paynl.agreementForm,
    ...paynl.mandateForm(agreement),
  ];
  const words = [
    ...fields.flatMap(({ label, hint, options }) => [
      label,
      ...(hint ? [hint] : []),
      ...(options ?? []).map((one) => one.label),
    ]),
    ...Object.values(paynl.reasons).flatMap(({ what, todo }) => [what, todo]),
    paynl.about,
  ];
  for (const word of words) for (const locale of locales) expect(word[locale].trim()).not.toBe("");
  const names = fields.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

it("has words for every decline code that PAY. names", () => {
  const codes = ["109", "112", "115", "118", "119", "121", "124", "271", "274", "277", "280", "286", "331"];
  expect(codes.filter((code) => !Object.hasOwn(paynl.reasons, code))).toEqual([]);
  expect(codes.filter((code) => paynl.reasons[code]?.class === "soft")).toEqual(["109", "119", "286"]);
});
