import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Ctx } from "@/lib/context";
import { createDebtor } from "@/lib/debtors/create";
import { type BsDesk, deskOnBetalingsservice } from "@/lib/testing/mastercard-bs";
import { knownMandates } from "./known";
import { mandateOffer } from "./offer";

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

let at: BsDesk;
let mandateId: string;
let stranger: string;

beforeAll(async () => {
  at = await deskOnBetalingsservice("2026-11-20T13:30:00Z");
  ({ mandateId } = await at.mandate("0040 0440116243"));
  stranger = await createDebtor(at.desk.as("agent"), {
    kind: "person",
    name: "Bo Storm",
    customer_number: "100235",
  });
});

async function known(values: Record<string, string>, ctx: Ctx = at.desk.as("agent")) {
  const { form } = await mandateOffer(at.desk.as("agent"), at.agreementId);
  const found = await knownMandates(ctx, { debtorId: stranger, form, values });
  return found.map((one) => [one.mandate.id, one.by]);
}

describe("what is known of who is being signed up", () => {
  it("is nothing for somebody with other numbers", async () => {
    expect(await known({ identity: "0101901234", account: "0040 0440116244" })).toEqual([]);
  });
  it("is the mandate of another debtor with this account, written as number or as IBAN", async () => {
    expect(await known({ account: "0040 0440116243" })).toEqual([[mandateId, "account"]]);
    const iban = [{ name: "iban", kind: "iban", label: { en: "", da: "", nl: "" }, required: true }] as const;
    const found = await knownMandates(at.desk.as("agent"), {
      debtorId: stranger,
      form: iban,
      values: { iban: "DK5000400440116243" },
    });
    expect(found.map((one) => one.mandate.id)).toEqual([mandateId]);
  });
  it("is the mandate of the same person under another customer number", async () => {
    expect(await known({ identity: "0101701234" })).toEqual([[mandateId, "identity"]]);
  });
  it("is the debtor's own", async () => {
    const own = await knownMandates(at.desk.as("agent"), { debtorId: at.debtorId, form: [], values: {} });
    expect(own.map((one) => one.by)).toEqual(["debtor"]);
  });
  it("is never another creditor's", async () => {
    const theirs = { ...at.desk.as("agent"), creditorId: "cre_stranger" };
    expect(await known({ identity: "0101701234", account: "0040 0440116243" }, theirs)).toEqual([]);
  });
});
