import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { consentTexts, mandates } from "@/db/schema";
import type { Consent } from "@/db/tables/nouns";
import { createMandate } from "@/lib/mandates/create";
import { mandateOffer } from "@/lib/mandates/offer";
import { type BsDesk, deskOnBetalingsservice } from "@/lib/testing/mastercard-bs";
import { addConsentText } from "./add-text";
import { textChoices } from "./texts";

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

let at: BsDesk;
beforeAll(async () => {
  at = await deskOnBetalingsservice("2026-11-20T13:30:00Z");
});

const scheme = "betalingsservice";
const add = (text: string, language = "da") =>
  addConsentText(at.desk.as("admin", { name: "Rita" }), { scheme, language, text });
async function choices() {
  const { provider } = await mandateOffer(at.desk.as("agent"), at.agreementId);
  const [own] = provider.schemes;
  if (!own) throw new Error("no scheme");
  return textChoices(at.desk.as("agent"), own);
}
async function consentOf(consent: Partial<Consent>): Promise<Consent | null> {
  const { mandateId } = await createMandate(at.desk.as("agent"), {
    debtorId: at.debtorId,
    agreementId: at.agreementId,
    values: { identity: "010190-1234", account: "1234 0000567890" },
    consent: { channel: "phone", givenAt: "2026-11-20T13:00:00Z", wording: "", takenBy: "Eva", ...consent },
  });
  const [row] = await at.desk.runtime.db.read.select().from(mandates).where(eq(mandates.id, mandateId));
  return row?.consent ?? null;
}

describe("consent texts", () => {
  it("begin with the house's own in every language, with the creditor's name in it", async () => {
    expect((await choices()).map((one) => [one.name, one.current])).toEqual([
      ["en-0", true],
      ["da-0", true],
      ["nl-0", true],
    ]);
    expect((await choices())[1]?.text).toContain("Halmstrup Fjernvarme");
  });

  it("get new versions, and keep the old ones as they were", async () => {
    expect(await add("Første ordlyd.")).toBe("da-1");
    expect(await add("Anden ordlyd.\r\nMed to linjer.")).toBe("da-2");
    const danish = (await choices()).filter((one) => one.language === "da");
    expect(danish.map((one) => [one.name, one.text, one.current, one.since?.by])).toEqual([
      ["da-2", "Anden ordlyd.\nMed to linjer.", true, "Rita"],
      ["da-1", "Første ordlyd.", false, "Rita"],
    ]);
    expect((await choices()).filter((one) => one.language === "nl")).toHaveLength(1);
  });

  it("are given once when two put one in force at the same moment", async () => {
    const both = await Promise.allSettled([add("Tekst A", "nl"), add("Tekst B", "nl")]);
    const made = both.filter((one) => one.status === "fulfilled").length;
    const rows = await at.desk.runtime.db.read
      .select()
      .from(consentTexts)
      .where(eq(consentTexts.language, "nl"));
    expect(rows).toHaveLength(made);
    expect(new Set(rows.map((one) => one.version)).size).toBe(made);
  });

  it("are refused when they say nothing, nothing new, or what nobody sees", async () => {
    await expect(add("  \n ")).rejects.toMatchObject({ fields: { text: "required" } });
    await expect(add("Anden ordlyd.\nMed to linjer.")).rejects.toMatchObject({
      fields: { text: "text_unchanged" },
    });
    await expect(add("Ja \u202etak")).rejects.toMatchObject({ fields: { text: "control_characters" } });
    await expect(add("x".repeat(4_001))).rejects.toMatchObject({ fields: { text: "too_long" } });
    await expect(
      addConsentText(at.desk.as("admin"), { scheme: "x", language: "sv", text: "x" }),
    ).rejects.toMatchObject({
      fields: { scheme: "choice", language: "choice" },
    });
  });

  it("are kept word for word with the consent that names them, whatever follows", async () => {
    const old = (await choices()).find((one) => one.name === "da-1");
    const consent = await consentOf({ textId: old?.id ?? "" });
    expect(consent).toMatchObject({ wording: "da-1", words: "Første ordlyd.", textId: old?.id });
    await add("Tredje ordlyd.");
    const [row] = await at.desk.runtime.db.read.select().from(mandates);
    expect(row?.consent?.words).toBe("Første ordlyd.");
  });

  it("of another scheme or creditor are no choice", async () => {
    await expect(consentOf({ textId: "txt_strange" })).rejects.toMatchObject({
      fields: { consent_text: "choice" },
    });
  });
});
