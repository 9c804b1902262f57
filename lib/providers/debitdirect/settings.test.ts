import { describe, expect, it } from "vitest";
import { locales } from "@/lib/kernel/locale";
import { settingsForm } from "./forms";
import { readSettings, settingTable, switchedOn } from "./settings";

describe("settings", () => {
  it("are the defaults when nothing is stored", () => {
    expect(readSettings({})).toMatchObject({
      versionHeader: "4.0",
      paths: { agreements: "/merchants/agreements", payments: "/payments", mandates: "/customers/mandates" },
      pageSize: 99,
      visibilityDelayMs: 60_000,
      pollMs: 900_000,
      busyPollMs: 300_000,
    });
    expect(readSettings({}, "simulator")).toMatchObject({ pollMs: 5000, visibilityDelayMs: 2000 });
  });

  it("fall back on the default when they cannot be used", () => {
    const bad = {
      page_size: "many",
      payments_path: "payments",
      cancel_method: "PATCH",
      version_header: "a b",
    };
    expect(readSettings(bad)).toEqual(readSettings({}));
  });

  it("stay within their bounds", () => {
    expect(readSettings({ page_size: "500" }).pageSize).toBe(99);
    expect(readSettings({ page_size: "0" }).pageSize).toBe(2);
  });

  it("do not let a path leave the host or carry a query", () => {
    for (const path of ["https://elsewhere.example", "//elsewhere.example", "/a?b=c", "/../x", "/a b", "@x"])
      expect(readSettings({ agreements_path: path }).paths.agreements).not.toMatch(/[?:@. ]/);
  });

  it("are all drawn, with words in every language", () => {
    expect(settingsForm.map(({ name }) => name)).toEqual(Object.keys(settingTable));
    for (const { label, hint } of settingsForm)
      for (const locale of locales) expect([label[locale], hint?.[locale]]).not.toContain("");
  });
});

describe("an unconfirmed call", () => {
  it.each([
    ["simulator", {}, true],
    ["sandbox", {}, false],
    ["production", {}, false],
    ["production", { cancel_payment: "on" }, true],
    ["simulator", { cancel_payment: "off" }, false],
    ["production", { cancel_payment: "true" }, false],
  ] as const)("in %s with %j is offered: %s", (environment, values, expected) => {
    expect(switchedOn("cancel_payment", environment, values)).toBe(expected);
  });
});
