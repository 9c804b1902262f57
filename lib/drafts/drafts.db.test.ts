import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { auditLog, drafts, mandates } from "@/db/schema";
import { newId } from "@/lib/kernel/ids";
import { createMandate } from "@/lib/mandates/create";
import { type BsDesk, deskOnBetalingsservice } from "@/lib/testing/mastercard-bs";
import { discardDraft } from "./discard";
import { draftState, listDrafts } from "./open";
import { type DraftToSave, forgetOldDrafts, MOST_DRAFTS, saveDraft } from "./save";

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

let at: BsDesk;
beforeAll(async () => {
  at = await deskOnBetalingsservice("2026-11-20T13:30:00Z");
});

const agent = (name = "Eva") => at.desk.as("agent", { name });
const typed = { identity: "010190-1234", account: "1234 0000567890" };
const draft = (more: Partial<DraftToSave> = {}): DraftToSave => ({
  id: newId("drf", at.desk.runtime.clock.now()),
  version: 0,
  agreementId: at.agreementId,
  debtorId: at.debtorId,
  fromId: null,
  changeOf: null,
  values: typed,
  ...more,
});
const row = async (id: string) =>
  (await at.desk.runtime.db.read.select().from(drafts).where(eq(drafts.id, id)))[0];

describe("a draft", () => {
  it("keeps what was typed sealed, for who typed it alone", async () => {
    const of = draft();
    expect(await saveDraft(agent(), of)).toMatchObject({ kind: "saved", version: 1 });
    const kept = JSON.stringify(await row(of.id));
    expect(kept).not.toContain("010190");
    expect(kept).not.toContain("567890");
    expect(await draftState(agent(), of.id)).toMatchObject({
      version: 1,
      values: typed,
      debtorId: at.debtorId,
    });
    expect((await listDrafts(agent())).map((one) => [one.id, one.debtorName])).toEqual([
      [of.id, "Anna Andersen"],
    ]);
    expect(JSON.stringify(await listDrafts(agent()))).not.toContain("010190");
    // A colleague's page begins anew, under another id, and cannot write into it.
    const other = await draftState(agent("Ib"), of.id);
    expect(other).toMatchObject({ version: 0, values: {} });
    expect(other.id).not.toBe(of.id);
    await expect(saveDraft(agent("Ib"), { ...of, version: 1 })).rejects.toMatchObject({ code: "not_found" });
    await expect(discardDraft(agent("Ib"), of.id)).rejects.toMatchObject({ code: "not_found" });
    await discardDraft(agent(), of.id);
  });

  it("U2: is not overwritten by a page that holds an older version", async () => {
    const of = draft();
    await saveDraft(agent(), of);
    const first = await saveDraft(agent(), { ...of, version: 1, values: { account: "first" } });
    expect(first).toMatchObject({ kind: "saved", version: 2 });
    const second = await saveDraft(agent(), { ...of, version: 1, values: { account: "second" } });
    expect(second.kind).toBe("conflict");
    expect((await draftState(agent(), of.id)).values).toEqual({ account: "first" });
    // The very first save of two pages of one draft, too.
    expect((await saveDraft(agent(), { ...of, values: { account: "third" } })).kind).toBe("conflict");
    await discardDraft(agent(), of.id);
  });

  it("is gone once discarded, and a late save does not bring it back", async () => {
    const of = draft();
    await saveDraft(agent(), of);
    await discardDraft(agent(), of.id);
    expect(await row(of.id)).toMatchObject({ sealed: null, debtorName: "" });
    expect(await saveDraft(agent(), { ...of, version: 1 })).toEqual({ kind: "gone" });
    expect(await saveDraft(agent(), of)).toEqual({ kind: "gone" });
    expect(await listDrafts(agent())).toEqual([]);
    await expect(discardDraft(agent(), of.id)).rejects.toMatchObject({ code: "not_found" });
  });

  it("goes with the mandate that it became, also when its first save comes after that", async () => {
    const [saved, unsaved] = [draft(), draft()];
    await saveDraft(agent(), saved);
    const consent = {
      channel: "phone",
      givenAt: "2026-11-20T12:00:00Z",
      wording: "x",
      takenBy: "Eva",
    } as const;
    const of = { debtorId: at.debtorId, agreementId: at.agreementId, values: typed, consent };
    const request = { key: saved.id, fingerprint: "same" };
    const made = await createMandate(agent(), { ...of, draftId: saved.id }, request);
    expect(await row(saved.id)).toMatchObject({ sealed: null });
    // U1: from two pages, or pressed twice: one mandate.
    expect((await createMandate(agent(), { ...of, draftId: saved.id }, request)).mandateId).toBe(
      made.mandateId,
    );
    expect(await at.desk.runtime.db.read.select().from(mandates)).toHaveLength(1);
    await expect(createMandate(agent(), { ...of, draftId: unsaved.id })).rejects.toMatchObject({
      code: "duplicate",
    });
    expect(await saveDraft(agent(), saved)).toEqual({ kind: "gone" });
    expect(await saveDraft(agent(), unsaved)).toMatchObject({ kind: "saved" });
    await discardDraft(agent(), unsaved.id);
  });

  it("is refused beyond a few, beyond its size, and for a debtor of somebody else", async () => {
    const many = Array.from({ length: MOST_DRAFTS }, () => draft());
    for (const one of many) await saveDraft(agent("Ole"), one);
    await expect(saveDraft(agent("Ole"), draft())).rejects.toMatchObject({ code: "too_many_drafts" });
    expect(await listDrafts(agent("Ole"))).toHaveLength(MOST_DRAFTS);
    await expect(saveDraft(agent(), draft({ values: { x: "9".repeat(70_000) } }))).rejects.toMatchObject({
      code: "too_large",
    });
    await expect(saveDraft(agent(), draft({ debtorId: "deb_strange" }))).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("is written into the audit once, without what is in it", async () => {
    const of = draft();
    await saveDraft(agent(), of);
    await saveDraft(agent(), { ...of, version: 1 });
    const told = await at.desk.runtime.db.read.select().from(auditLog).where(eq(auditLog.subjectId, of.id));
    expect(told.map((one) => one.action)).toEqual(["draft.begun"]);
    expect(JSON.stringify(told)).not.toContain("010190");
  });

  it("is forgotten after a month", async () => {
    const of = draft();
    await saveDraft(agent("Una"), of);
    await at.moveTo("2026-12-21T13:31:00Z");
    await forgetOldDrafts(agent());
    expect(await row(of.id)).toBeUndefined();
  });
});
