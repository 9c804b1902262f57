import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { messagesFor } from "@/lib/i18n/messages";
import type { StoryMessage } from "@/lib/records/story";
import { rawMessage } from "./raw-message";

const words = createTranslator({
  locale: "en",
  messages: messagesFor("en"),
  namespace: "record",
  timeZone: "UTC",
});

const message: StoryMessage = {
  id: "msg_1",
  creditorId: "cre_1",
  connectionId: "con_1",
  direction: "out",
  title: "mandate.create",
  method: "POST",
  url: "https://provider.example/mandates",
  requestHeaders: { "content-type": "application/json" },
  requestBody: '{"identity":"••••"}',
  result: "answered",
  status: 201,
  answerHeaders: { "x-trace": "t1" },
  answerBody: '{"status":"RECEIVED"}',
  detail: null,
  ms: 412,
  at: new Date("2026-11-20T12:00:00Z"),
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
};

describe("a raw message", () => {
  it("shows what they said, laid out, with what we had asked behind it", () => {
    const shown = rawMessage(message, words);
    expect(shown.body).toBe('{\n  "status": "RECEIVED"\n}');
    expect(shown.facts).toEqual(["201 after 412 ms"]);
    expect(shown.headers).toContain("POST https://provider.example/mandates");
    expect(shown.headers).toContain('"identity": "••••"');
    expect(shown.headers).toContain("x-trace: t1");
  });
  it("shows the request where there was no answer, and says why", () => {
    const lost = { ...message, result: "lost", status: null, answerBody: null, answerHeaders: null } as const;
    const shown = rawMessage({ ...lost, detail: "timeout" }, words);
    expect(shown.body).toBe("POST https://provider.example/mandates");
    expect(shown.facts).toEqual(["no answer after 412 ms: timeout"]);
  });
  it("shows of a list only what names the record, and says how much it leaves out", () => {
    const mine = { handle: "pay_b", reference: "INV-12", mandate: { id: "md_2" } };
    const others = [
      { handle: "pay_a", reference: "INV-1" },
      { handle: "pay_c", reference: "INV-123" },
    ];
    const listing = { ...message, answerBody: JSON.stringify({ results: [others[0], mine, others[1]] }) };
    const shown = rawMessage(listing, words, ["pay_b", "INV-12"]);
    expect(JSON.parse(shown.body)).toEqual({ results: [mine] });
    expect(shown.facts).toContain("2 other records in this message not shown");
    for (const names of [[], ["INV-9"]])
      expect(JSON.parse(rawMessage(listing, words, names).body).results).toHaveLength(3);
  });
  it("says of a message in whether its signature was right", () => {
    const came = { ...message, direction: "in", result: "received", requestBody: "a=1" } as const;
    const shown = rawMessage({ ...came, authenticity: "signed" }, words);
    expect(shown.body).toBe("a=1");
    expect(shown.facts).toEqual(["received", "signature valid"]);
  });
  it("keeps what is no JSON as it came, and cuts what nobody reads to the end", () => {
    expect(rawMessage({ ...message, answerBody: "{not json" }, words).body).toBe("{not json");
    const long = rawMessage({ ...message, answerBody: "x".repeat(50_000) }, words).body;
    expect(long.length).toBeLessThan(13_000);
    expect(long).toContain("50000 characters in all");
  });
});
