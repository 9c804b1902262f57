import { describe, expect, it } from "vitest";
import { storyEntries } from "./entries";
import type { RecordStory, StoryAttempt, StoryMessage, StoryMove, StorySubmission } from "./story";

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 20, 14, 0, seconds));

function message(id: string, seconds: number, more: Partial<StoryMessage> = {}): StoryMessage {
  return {
    id,
    creditorId: "cre_1",
    connectionId: "con_1",
    direction: "out",
    title: "mandate.create",
    method: "POST",
    url: "https://provider.example/mandates",
    requestHeaders: {},
    requestBody: "{}",
    result: "answered",
    status: 200,
    answerHeaders: {},
    answerBody: "{}",
    detail: null,
    ms: 1000,
    at: at(seconds),
    submissionId: "sub_1",
    subjectId: "man_1",
    authenticity: null,
    dedupeKey: null,
    repeats: 0,
    hints: null,
    state: "done",
    tries: 0,
    nextAt: null,
    leaseUntil: null,
    fence: 0,
    effect: null,
    outcome: null,
    appliedAt: null,
    ...more,
  };
}

function attempt(n: number, seconds: number, more: Partial<StoryAttempt> = {}): StoryAttempt {
  return {
    id: `att_${n}`,
    submissionId: "sub_1",
    n,
    state: "accepted",
    fence: n,
    key: "0b9f6c1e",
    method: "POST",
    path: "/mandates",
    bodySha256: "",
    messageId: `msg_${n}`,
    detail: null,
    recordedAt: at(seconds),
    permittedAt: at(seconds),
    answeredAt: at(seconds + 1),
    ...more,
  };
}

function submission(attempts: StoryAttempt[], more: Partial<StorySubmission> = {}): StorySubmission {
  return {
    id: "sub_1",
    creditorId: "cre_1",
    connectionId: "con_1",
    operation: "mandate.create",
    noun: "mandate",
    subjectId: "man_1",
    state: "confirmed",
    key: "0b9f6c1e",
    actorId: "usr_1",
    actorName: "Jonas Elkjær",
    nextAt: null,
    deadlineAt: at(0),
    valueRank: 0,
    leaseUntil: null,
    fence: 1,
    tries: 1,
    faults: 0,
    keySpent: false,
    sentAt: at(0),
    lookUps: 0,
    lastLookUpAt: null,
    absences: 0,
    firstAbsenceAt: null,
    detail: null,
    refusal: null,
    resolution: null,
    resolvedBy: null,
    createdAt: at(0),
    closedAt: null,
    version: 1,
    attempts,
    ...more,
  };
}

function move(version: number, seconds: number, more: Partial<StoryMove> = {}): StoryMove {
  return {
    id: `mov_${version}`,
    creditorId: "cre_1",
    noun: "mandate",
    subjectId: "man_1",
    version,
    move: "receipt",
    from: "draft",
    to: "pending",
    actorKind: "person",
    actorId: "usr_1",
    actorName: "Jonas Elkjær",
    cause: "",
    word: "RECEIVED",
    rule: "x.received",
    messageId: "msg_1",
    submissionId: "sub_1",
    happenedAt: null,
    at: at(seconds),
    ...more,
  };
}

function story(submissions: StorySubmission[], moves: StoryMove[], messages: StoryMessage[]): RecordStory {
  return {
    submissions,
    moves,
    messages: new Map(messages.map((one) => [one.id, one])),
    open: null,
    eventsSince: 0,
  };
}

const kinds = (of: RecordStory) => storyEntries(of).map((entry) => entry.kind);

describe("the story of a record", () => {
  it("goes from newest to oldest, and tells a message once: by the move it caused", () => {
    const of = story([submission([attempt(1, 0)])], [move(1, 1)], [message("msg_1", 0)]);
    const [newest, oldest] = storyEntries(of);
    expect(newest).toMatchObject({ kind: "move", source: "answer", message: { id: "msg_1" } });
    expect(oldest).toMatchObject({ kind: "sent", message: null });
  });
  it("puts what follows before what it follows from, at one moment", () => {
    const of = story([submission([attempt(1, 1)])], [move(1, 1), move(2, 1)], [message("msg_1", 1)]);
    expect(
      storyEntries(of).map((entry) => (entry.kind === "move" ? entry.move.version : entry.kind)),
    ).toEqual([2, 1, "sent"]);
  });
  it("shows an answer that moved nothing beside the sending", () => {
    const of = story([submission([attempt(1, 0)])], [], [message("msg_1", 0)]);
    expect(storyEntries(of)).toMatchObject([{ kind: "sent", message: { id: "msg_1" } }]);
  });
  it("keeps the lost answer in the story when its effect was found by asking", () => {
    const lost = message("msg_1", 0, { result: "lost", status: null, ms: 30_000 });
    const asked = message("msg_2", 40, { title: "look-up mandate.create" });
    const found = move(1, 41, { messageId: "msg_2" });
    const of = story([submission([attempt(1, 0)])], [found], [lost, asked]);
    expect(storyEntries(of)).toMatchObject([
      { kind: "move", source: "look_up" },
      { kind: "lost", at: at(30), message: { id: "msg_1" } },
      { kind: "sent" },
    ]);
  });
  it("says of a held attempt only that it was not sent", () => {
    const held = attempt(1, 0, { state: "held", detail: "unreachable" });
    expect(kinds(story([submission([held], { state: "intended" })], [], []))).toEqual(["held"]);
    const withdrawnBefore = attempt(1, 0, { state: "recorded", permittedAt: null });
    expect(kinds(story([submission([withdrawnBefore], { state: "intended" })], [], []))).toEqual([]);
  });
  it("tells a refusal by the move it caused, and by itself when it moved nothing", () => {
    const refused = attempt(1, 0, { state: "refused" });
    const failed = move(1, 1, { move: "fail", to: "failed" });
    expect(kinds(story([submission([refused])], [failed], [message("msg_1", 0)]))).toEqual(["move", "sent"]);
    expect(kinds(story([submission([refused])], [], [message("msg_1", 0)]))).toEqual(["refused", "sent"]);
  });
  it("tells the last question about an unknown outcome, and how many went before", () => {
    const unknown = attempt(1, 0, { state: "unknown" });
    const questions = [5, 9, 20].map((seconds) =>
      message(`msg_q${seconds}`, seconds, { title: "look-up mandate.create" }),
    );
    const of = story([submission([unknown], { state: "unknown" })], [], [message("msg_1", 0), ...questions]);
    expect(storyEntries(of)[0]).toMatchObject({ kind: "asked", at: at(20), earlier: 2 });
    expect(kinds(of)).toEqual(["asked", "lost", "sent"]);
  });
  it("ends with a person's verdict, or with what was withdrawn before it left", () => {
    const verdict = submission([attempt(1, 0, { state: "unknown" })], {
      state: "withdrawn",
      resolution: "did_not_happen",
      resolvedBy: "Mette Ravnsborg",
      closedAt: at(50),
    });
    expect(kinds(story([verdict], [], []))[0]).toBe("verdict");
    const withdrawn = submission([], { state: "withdrawn", closedAt: at(50) });
    expect(kinds(story([withdrawn], [], []))).toEqual(["withdrawn"]);
  });
  it("tells a person's own move from one that a read brought", () => {
    const suspended = move(2, 9, { move: "suspend", to: "suspended", messageId: null });
    const read = move(1, 5, { messageId: "msg_r" });
    const of = story(
      [],
      [suspended, read],
      [message("msg_r", 5, { submissionId: null, title: "read mandate" })],
    );
    expect(storyEntries(of).map((entry) => entry.kind === "move" && entry.source)).toEqual([
      "person",
      "read",
    ]);
  });
});
