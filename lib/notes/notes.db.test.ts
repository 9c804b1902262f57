import { beforeAll, describe, expect, it } from "vitest";
import { listAudit } from "@/lib/audit/list";
import { createDebtor } from "@/lib/debtors/create";
import { type TestDesk, testDesk } from "@/lib/testing/desk";
import { addNote } from "./add";
import { notesOn } from "./list";

let desk: TestDesk;
let debtorId: string;
let now = new Date("2026-11-20T09:00:00Z");
beforeAll(async () => {
  desk = await testDesk({ now: () => now, movable: true });
  debtorId = await createDebtor(desk.as("agent"), { kind: "person", name: "Bo Storm", customer_number: "7" });
});

const write = (body: string, role: "agent" | "auditor" = "agent") =>
  addNote(desk.as(role, { name: "Sofie Krogh" }), { noun: "debtor", subjectId: debtorId, body });
const bodies = async () => (await notesOn(desk.as("auditor"), [debtorId])).map((note) => note.body);

describe("a note", () => {
  it("is kept as it was typed: markup, emoji, another direction, and ten thousand characters of them", async () => {
    const texts = [
      "<b>bold</b> & <script>alert(1)</script>",
      "שלום, ring igen i morgen 📞👩‍👩‍👧",
      "two\nlines\tand a tab",
      "é".repeat(10_000),
      "👍".repeat(10_000),
    ];
    for (const text of texts) {
      now = new Date(now.getTime() + 1_000);
      await write(text);
    }
    expect(await bodies()).toEqual(texts.toReversed());
    const [newest] = await notesOn(desk.as("auditor"), [debtorId]);
    expect(newest).toMatchObject({ authorName: "Sofie Krogh", at: now, noun: "debtor" });
  });

  it("takes what was cut in the middle of a character, and lines of another system", async () => {
    now = new Date(now.getTime() + 1_000);
    await write("half \ud83d gone\r\nnext");
    expect((await bodies())[0]).toBe("half \ufffd gone\nnext");
  });

  it.each([
    ["required", "  \n "],
    ["too_long", "a".repeat(10_001)],
    ["control_characters", "a\u0000b"],
  ])("is refused at its field when it is %s, and nothing is kept", async (problem, body) => {
    const before = await bodies();
    await expect(write(body)).rejects.toMatchObject({ code: "invalid", fields: { body: problem } });
    expect(await bodies()).toEqual(before);
  });

  it("is in the audit without its words", async () => {
    await write("a secret of the family");
    const { rows } = await listAudit(desk.as("auditor"));
    expect(rows[0]).toMatchObject({ action: "note.added", noun: "debtor", subjectId: debtorId });
    expect(JSON.stringify(rows)).not.toContain("secret of the family");
  });

  it("is written once, however often the button is pressed", async () => {
    const request = { key: "press-1", fingerprint: "same" };
    const input = { noun: "debtor", subjectId: debtorId, body: "once" } as const;
    const first = await addNote(desk.as("agent"), input, request);
    expect(await addNote(desk.as("agent"), input, request)).toBe(first);
    expect((await bodies()).filter((body) => body === "once")).toHaveLength(1);
  });

  it("is not written by who only reads, and not read by another creditor", async () => {
    await expect(write("x", "auditor")).rejects.toMatchObject({ code: "not_permitted" });
    expect(await notesOn({ ...desk.as("auditor"), creditorId: "cre_other" }, [debtorId])).toEqual([]);
  });
});
