import { describe, expect, it } from "vitest";
import { mastercardBs } from "@/lib/providers/mastercard-bs/module";
import { type Answer, listening, type Seen } from "@/lib/providers/mastercard-bs/testing/listener";
import {
  gatewayError,
  intent,
  lineTo,
  otherUuid,
  prepared,
  uuid,
} from "@/lib/providers/mastercard-bs/testing/provider";

const uuidsIn = (seen: Seen): string[] => JSON.parse(seen.body).uuids;

describe("looking up", () => {
  it.each<[string, Answer, string]>([
    ["the request", { status: 200, body: [{ uuid, statusCode: "RECEIVED" }] }, "present"],
    [
      "the request in an object",
      { status: 200, body: { mandates: [{ uuid: uuid.toUpperCase(), statusCode: "FAILED" }] } },
      "present",
    ],
    ["an empty list", { status: 200, body: [] }, "absent"],
    [
      "only another request",
      { status: 200, body: [{ uuid: otherUuid, statusCode: "RECEIVED" }] },
      "unreadable",
    ],
    ["an entry that cannot be read", { status: 200, body: [{ id: uuid, state: 1 }] }, "unreadable"],
    ["a page", { status: 200, body: "<html>" }, "unreadable"],
    ["nothing", { status: 200, body: "" }, "unreadable"],
    ["errors and 200", { status: 200, body: { errors: [] } }, "unreadable"],
    ["404", { status: 404, body: { errorCode: "NOT_FOUND" } }, "unreadable"],
    ["a fault", { status: 500 }, "unreadable"],
    ["a refused signature", { status: 403, body: gatewayError("AUTHENTICATION_FAILED", "") }, "unreadable"],
    ["a broken line", "hang up", "unreadable"],
  ])("answered with %s", async (_, answer, verdict) => {
    const listener = await listening(answer);
    const found = await mastercardBs.lookUp(lineTo(listener.url), intent, prepared);
    expect(found.verdict).toBe(verdict);
    expect(found.readings).toHaveLength(1);
    expect(listener.seen).toHaveLength(1);
    expect(listener.seen[0]).toMatchObject({
      path: "/betalingsservice/bs-creditor-api/delegated-mandates/searches",
      body: `{"uuids":["${uuid}"]}`,
    });
  });

  it("gives what it found as evidence for our mandate", async () => {
    const listener = await listening({
      status: 200,
      body: [
        { uuid: otherUuid, statusCode: "FAILED" },
        { uuid, statusCode: "VALIDATED", mandateId: "012345678" },
      ],
    });
    const { readings } = await mastercardBs.lookUp(lineTo(listener.url), intent, prepared);
    expect(readings[0]?.evidence).toMatchObject([
      { ref: { key: uuid, ourId: "man_1" }, state: "active", mandateNumber: "012345678" },
    ]);
  });

  it("reads 404 as absent, and another list name, once the settings say so", async () => {
    const listener = await listening({ status: 404, body: { errorCode: "NOT_FOUND" } });
    const settings = { not_found_is_absent: "true", search_list_name: "ids" };
    const found = await mastercardBs.lookUp(lineTo(listener.url, { settings }), intent, prepared);
    expect(found.verdict).toBe("absent");
    expect(listener.seen[0]?.body).toBe(`{"ids":["${uuid}"]}`);
  });
});

describe("reading mandates", () => {
  const keyOf = (index: number): string => `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`;

  it("asks in batches of at most a hundred, each key once, and gives all evidence", async () => {
    const listener = await listening((seen) => ({
      status: 200,
      body: uuidsIn(seen).map((one) => ({ uuid: one, statusCode: "VALIDATED", mandateId: one.slice(-9) })),
    }));
    const refs = Array.from({ length: 250 }, (_, index) => ({ key: keyOf(index) }));
    const readings = await mastercardBs.readMandates(lineTo(listener.url), [
      ...refs,
      { key: keyOf(7) },
      { ourId: "man_without_key" },
    ]);
    expect(listener.seen.map((seen) => uuidsIn(seen).length)).toEqual([100, 100, 50]);
    const evidence = readings.flatMap((reading) => reading.evidence);
    expect(evidence).toHaveLength(250);
    expect(evidence[249]).toMatchObject({ ref: { key: keyOf(249) }, mandateNumber: "000000249" });
  });

  it("asks in smaller batches once the settings say so, and for nothing makes no call", async () => {
    const listener = await listening({ status: 200, body: [] });
    const line = lineTo(listener.url, { settings: { search_batch: "2" } });
    const readings = await mastercardBs.readMandates(
      line,
      [1, 2, 3].map((index) => ({ key: keyOf(index) })),
    );
    expect(readings.map((reading) => reading.outcome)).toEqual(["absent", "absent"]);
    expect(await mastercardBs.readMandates(line, [])).toEqual([]);
    expect(listener.seen).toHaveLength(2);
  });

  it("gives what is there when some are missing or unread, and nothing about others", async () => {
    const listener = await listening({
      status: 200,
      body: [
        { uuid: keyOf(1), statusCode: "FAILED", errorCode: "DEBTOR_IDENTITY_IS_NOT_CORRECT" },
        { uuid: keyOf(99), statusCode: "VALIDATED" },
        "odd",
      ],
    });
    const [reading] = await mastercardBs.readMandates(lineTo(listener.url), [
      { key: keyOf(1) },
      { key: keyOf(2) },
    ]);
    expect(reading?.outcome).toBe("read");
    expect(reading?.evidence).toMatchObject([
      { ref: { key: keyOf(1) }, state: "failed", reason: { code: "DEBTOR_IDENTITY_IS_NOT_CORRECT" } },
    ]);
  });

  it.each([
    [429, 1],
    [401, 1],
    [403, 1],
    [500, 3],
  ])("after %i makes %i calls for three batches", async (status, calls) => {
    const listener = await listening({ status });
    const line = lineTo(listener.url, { settings: { search_batch: "1" } });
    const readings = await mastercardBs.readMandates(
      line,
      [1, 2, 3].map((index) => ({ key: keyOf(index) })),
    );
    expect(listener.seen).toHaveLength(calls);
    expect(readings.every((reading) => reading.outcome === "unreadable")).toBe(true);
  });
});
