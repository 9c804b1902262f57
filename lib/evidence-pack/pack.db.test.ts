import { createHash } from "node:crypto";
import { unzipSync } from "fflate";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { auditHash } from "@/lib/audit/entry";
import { listAudit } from "@/lib/audit/list";
import { recordEnd } from "@/lib/mandates/record-end";
import { addNote } from "@/lib/notes/add";
import { sendSubmission } from "@/lib/submissions/send";
import { type DebitDirectDesk, deskOnDebitDirect } from "@/lib/testing/debitdirect";
import { issue } from "@/lib/testing/debitdirect-payments";
import { type BsDesk, deskOnBetalingsservice } from "@/lib/testing/mastercard-bs";
import { toldEnd } from "@/lib/testing/told-end";
import { evidencePack } from "./pack";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let at: DebitDirectDesk;
let bs: BsDesk;
let bsMandate: string;
beforeAll(async () => {
  at = await deskOnDebitDirect("2026-11-10T09:00:00Z");
  const { submissionId } = await issue(at);
  await sendSubmission(at.desk.as("finance"), submissionId);
  const note = "<script>alert(1)</script> rude words שלום";
  await addNote(at.desk.as("agent"), { noun: "mandate", subjectId: at.mandateId, body: note });
  bs = await deskOnBetalingsservice("2026-11-20T13:30:00Z");
  const made = await bs.mandate("0040 0440116243");
  bsMandate = made.mandateId;
  await sendSubmission(bs.desk.as("agent"), made.submissionId);
});

async function unpacked(
  of: DebitDirectDesk | BsDesk,
  mandateId: string,
  notes = false,
  locale: "en" | "da" = "en",
) {
  const ctx = of.desk.as("agent", { name: "Sofie Krogh" });
  const { stream, fileName } = await evidencePack(ctx, { mandateId, notes, locale });
  expect(fileName).toBe(`evidence-${mandateId}.zip`);
  const files = unzipSync(new Uint8Array(await new Response(stream).arrayBuffer()));
  const text = (path: string) => new TextDecoder().decode(files[path]);
  return { files, text, read: (path: string) => JSON.parse(text(path)) };
}

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

describe("the evidence of a mandate as one file", () => {
  it("lists every file with its hash, in the manifest and in the form that sha256sum reads", async () => {
    const { files, read, text } = await unpacked(at, at.mandateId);
    const manifest = read("manifest.json");
    const listed = new Map<string, string>(
      manifest.files.map((one: { path: string; sha256: string }) => [one.path, one.sha256]),
    );
    const others = Object.keys(files).filter((path) => path !== "manifest.json" && path !== "SHA256SUMS");
    expect([...listed.keys()].sort()).toEqual(others.sort());
    for (const path of others) expect(listed.get(path)).toBe(sha256(files[path] ?? new Uint8Array()));
    expect(text("SHA256SUMS")).toBe([...listed].map(([path, sum]) => `${sum}  ${path}\n`).join(""));
    expect(text("README.txt")).toContain("sha256sum -c SHA256SUMS");
  });

  it("has the head of the audit chain, whose hash follows from its entry, and says who downloaded it", async () => {
    const { read } = await unpacked(at, at.mandateId);
    const { rows } = await listAudit(at.desk.as("auditor"));
    const [newest] = rows;
    expect(newest).toMatchObject({
      action: "evidence.downloaded",
      actorName: "Sofie Krogh",
      noun: "mandate",
    });
    if (!newest) throw new Error("no entry");
    expect(read("manifest.json").audit).toEqual({ seq: newest.seq, hash: auditHash(newest) });
  });

  it("has consent, moves, payments and attempts with their keys, and the messages as they were stored", async () => {
    const { files, read, text } = await unpacked(bs, bsMandate);
    expect(read("mandate.json").mandate.consent).toMatchObject({ channel: "phone" });
    expect(read("moves.json")).toMatchObject([{ move: "receipt", messageId: expect.any(String) }]);
    const [submission] = read("submissions.json");
    expect(submission).toMatchObject({ operation: "mandate.create", state: "confirmed" });
    expect(submission.attempts[0]).toMatchObject({
      key: submission.key,
      bodySha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    const message = Object.keys(files).find((path) => path.startsWith("messages/"));
    expect(read(message ?? "")).toMatchObject({ status: 201, request: { body: expect.any(String) } });
    expect(text("summary.html")).toContain("Taken by");
  });

  it("shows no identity, account or secret, and no bytes that are sealed", async () => {
    const { files } = await unpacked(bs, bsMandate);
    const all = Object.values(files)
      .map((bytes) => new TextDecoder().decode(bytes))
      .join("\n");
    expect(all).not.toContain("0440116243");
    expect(all).not.toMatch(/"(sealed|identitySealed|identityIndex|intentSealed|preparedSealed)"/);
  });

  it("leaves internal notes out unless asked, and then shows their markup as text", async () => {
    const without = await unpacked(at, at.mandateId);
    expect(without.files["notes.json"]).toBeUndefined();
    expect(without.text("summary.html")).not.toContain("rude words");
    const { text, read } = await unpacked(at, at.mandateId, true);
    expect(read("notes.json")).toMatchObject({
      internal: true,
      notes: [{ body: expect.stringContaining("שלום") }],
    });
    expect(text("summary.html")).toContain("&lt;script&gt;alert(1)&lt;/script&gt; rude words");
    expect(read("manifest.json").notes).toBe("internal notes included");
  });

  it("withholds a message that names other people, and keeps its hash", async () => {
    const { files, read } = await unpacked(at, at.mandateId);
    const messages = Object.keys(files).filter((path) => path.startsWith("messages/"));
    const withheld = messages.map(read).filter((one) => one.withheld);
    // The mandate was found on a list of all of them; the payment was issued by a call of its own.
    expect(withheld).toMatchObject([
      { title: "list mandates", sha256: { answer: expect.stringMatching(/^[0-9a-f]{64}$/) } },
    ]);
    expect(withheld[0]).not.toHaveProperty("answer");
    const whole = messages.map(read).filter((one) => !one.withheld);
    expect(whole).toMatchObject([{ title: "payment.create", answer: { body: expect.any(String) } }]);
  });

  it("is in the reader's language, with what was told of its end", async () => {
    await recordEnd(at.desk.as("agent"), toldEnd([at.mandateId], { cause: "left", note: "er flyttet" }));
    const { text } = await unpacked(at, at.mandateId, false, "da");
    expect(text("summary.html")).toContain('<html lang="da">');
    expect(text("summary.html")).toContain("Er fraflyttet eller ophørt");
  });

  it("is not there for another creditor, and not for who may not download it", async () => {
    const input = { mandateId: at.mandateId, notes: false, locale: "en" } as const;
    const elsewhere = { ...at.desk.as("auditor"), creditorId: "cre_other" };
    await expect(evidencePack(elsewhere, input)).rejects.toMatchObject({ code: "not_found" });
    const nobody = { ...at.desk.as("auditor"), permissions: new Set(["read"] as const) };
    await expect(evidencePack(nobody, input)).rejects.toMatchObject({ code: "not_permitted" });
  });
});
