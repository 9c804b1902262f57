import { describe, expect, it, vi } from "vitest";
import { control } from "@/db/seed/simulators";
import { askAgain } from "@/lib/submissions/ask-again";
import { firstAttempt } from "@/lib/submissions/first-attempt";
import { type BsDesk, deskOnBetalingsservice } from "@/lib/testing/mastercard-bs";
import { storyEntries } from "./entries";
import { recordStory } from "./story";
import { recordVersion } from "./version";

vi.setConfig({ testTimeout: 60_000 });

const afternoon = "2026-11-20T13:30:00Z";
const account = "0040 0440116243";
const about = (id: string) => ({ noun: "mandate", id }) as const;
const told = async (at: BsDesk, id: string) =>
  storyEntries(await recordStory(at.desk.as("auditor"), about(id))).map((entry) => entry.kind);

describe("a record's story", () => {
  it("is what was sent and what it led to, with the answer it rests on", async () => {
    const at = await deskOnBetalingsservice(afternoon);
    const { mandateId, submissionId } = await at.mandate(account);
    await firstAttempt(at.desk.as("agent"), submissionId);
    const story = await recordStory(at.desk.as("auditor"), about(mandateId));
    expect(story.open).toBeNull();
    const [moved, sent] = storyEntries(story);
    expect(moved).toMatchObject({
      kind: "move",
      source: "answer",
      move: { to: "pending" },
      message: { status: 201 },
    });
    expect(sent).toMatchObject({ kind: "sent", submission: { id: submissionId } });
  });

  it("keeps a lost answer and every question in it, until the effect is found", async () => {
    const at = await deskOnBetalingsservice(afternoon);
    const { mandateId, submissionId } = await at.mandate(account);
    await control(at.simulator.url, "/_sim/faults", { kind: "cut-after", method: "POST" });
    await firstAttempt(at.desk.as("agent"), submissionId);
    expect(await told(at, mandateId)).toEqual(["lost", "sent"]);
    const unknown = await recordStory(at.desk.as("agent"), about(mandateId));
    expect(unknown.open).toMatchObject({ state: "unknown", lookUps: 0 });

    await control(at.simulator.url, "/_sim/faults", { kind: "status", status: 503 });
    await askAgain(at.desk.as("agent"), submissionId);
    expect(await told(at, mandateId)).toEqual(["asked", "lost", "sent"]);

    await askAgain(at.desk.as("agent"), submissionId);
    const found = await recordStory(at.desk.as("agent"), about(mandateId));
    expect(found.open).toBeNull();
    expect(await told(at, mandateId)).toEqual(["move", "asked", "lost", "sent"]);
  });

  it("never carries sealed bytes, and nothing of another creditor's", async () => {
    const at = await deskOnBetalingsservice(afternoon);
    const { mandateId, submissionId } = await at.mandate(account);
    await firstAttempt(at.desk.as("agent"), submissionId);
    const story = await recordStory(at.desk.as("agent"), about(mandateId));
    expect(JSON.stringify(story.submissions)).not.toMatch(/sealed/i);
    const elsewhere = { ...at.desk.as("auditor"), creditorId: "cre_other" };
    expect(await recordStory(elsewhere, about(mandateId))).toMatchObject({ moves: [], submissions: [] });
  });
});

describe("a record's version", () => {
  it("stays while nothing happens, and changes with a state, an attempt and a question", async () => {
    const at = await deskOnBetalingsservice(afternoon);
    const { mandateId, submissionId } = await at.mandate(account);
    const read = () => recordVersion(at.desk.as("auditor"), about(mandateId));
    const seen = [await read()];
    expect(await read()).toBe(seen[0]);
    await control(at.simulator.url, "/_sim/faults", { kind: "cut-after", method: "POST" });
    await firstAttempt(at.desk.as("agent"), submissionId);
    seen.push(await read());
    await control(at.simulator.url, "/_sim/faults", { kind: "status", status: 503 });
    await askAgain(at.desk.as("agent"), submissionId);
    seen.push(await read());
    await askAgain(at.desk.as("agent"), submissionId);
    seen.push(await read());
    expect(new Set(seen).size).toBe(seen.length);
  });

  it("is not there for another creditor", async () => {
    const at = await deskOnBetalingsservice(afternoon);
    const { mandateId } = await at.mandate(account);
    const elsewhere = { ...at.desk.as("auditor"), creditorId: "cre_other" };
    await expect(recordVersion(elsewhere, about(mandateId))).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("the first attempt", () => {
  it("is no error of the verb when it fails: the intent stays for the worker", async () => {
    const at = await deskOnBetalingsservice(afternoon);
    const { mandateId, submissionId } = await at.mandate(account);
    const broken = { ...at.desk.as("agent"), providers: {} };
    await firstAttempt(broken, submissionId);
    expect((await recordStory(at.desk.as("agent"), about(mandateId))).open).toMatchObject({
      state: "intended",
    });
  });
  it("does nothing where nothing is to be sent", async () => {
    const at = await deskOnBetalingsservice(afternoon);
    await expect(firstAttempt(at.desk.as("agent"), null)).resolves.toBeUndefined();
  });
});
