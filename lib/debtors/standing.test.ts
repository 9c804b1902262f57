import { describe, expect, it } from "vitest";
import type { MandateRow } from "@/lib/mandates/columns";
import { type DebtorMandate, debtorStanding } from "./standing";

const says = { en: "Collected elsewhere.", da: "Opkræves andetsteds.", nl: "Elders geïncasseerd." };

function mandate(
  state: MandateRow["state"],
  more: { id?: string; sending?: MandateRow["sending"]; obstacle?: DebtorMandate["obstacle"] } = {},
): DebtorMandate {
  const at = new Date("2026-11-20T12:00:00Z");
  return {
    obstacle: more.obstacle === undefined && state === "active" ? null : (more.obstacle ?? says),
    mandate: {
      id: more.id ?? "man_1",
      creditorId: "cre_1",
      connectionId: "con_1",
      agreementId: "agr_1",
      provider: "a",
      scheme: "s",
      debtorId: "deb_1",
      debtorName: "Anna Andersen",
      customerNumber: "100234",
      state,
      version: 1,
      sending: more.sending ?? "none",
      values: {},
      masked: {},
      consent: null,
      test: true,
      requestKey: null,
      providerId: null,
      mandateNumber: null,
      reasonCode: null,
      reasonText: null,
      endedBy: null,
      usableFrom: null,
      unmapped: null,
      evidenceAt: null,
      evidenceId: null,
      askedAt: at,
      createdAt: at,
      updatedAt: at,
    },
  };
}

describe("whether a debtor can be charged", () => {
  it("is yes with an active mandate that its provider collects on, however many others are over", () => {
    const found = [mandate("ended"), mandate("active", { id: "man_2" }), mandate("active", { id: "man_3" })];
    expect(debtorStanding(found)).toMatchObject({ code: "chargeable", active: 2, by: { id: "man_2" } });
  });
  it("is told in the provider's words when the active mandate only stands there", () => {
    expect(debtorStanding([mandate("active", { obstacle: says })])).toEqual({ code: "elsewhere", says });
  });
  it("puts an unknown outcome before everything that is not chargeable", () => {
    const found = [mandate("pending"), mandate("draft", { sending: "unknown" })];
    expect(debtorStanding(found)).toEqual({ code: "unknown" });
  });
  it.each([
    ["waiting", [mandate("pending"), mandate("invited")]],
    ["waiting", [mandate("draft", { sending: "sending" })]],
    ["invited", [mandate("invited"), mandate("suspended")]],
    ["suspended", [mandate("failed"), mandate("suspended")]],
    ["over", [mandate("failed"), mandate("ended"), mandate("draft")]],
    ["none", []],
  ] as const)("is %s for what is nearest to it", (code, found) => {
    expect(debtorStanding(found)).toEqual({ code });
  });
});
