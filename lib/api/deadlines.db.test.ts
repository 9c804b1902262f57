import { beforeEach, describe, expect, it } from "vitest";
import * as deadlines from "@/app/api/v1/deadlines/route";
import * as landing from "@/app/api/v1/landing/route";
import { deadlineOverrides, settings } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { type TestDesk, testDesk } from "@/lib/testing/desk";
import { listDeadlinesEndpoint, previewLandingEndpoint } from "./endpoints/deadlines";
import { ask, foreignKeyOn, keyOn } from "./testing";

let desk: TestDesk;
let key: string;

beforeEach(async () => {
  desk = await testDesk({ now: () => new Date("2024-04-15T09:00:00Z"), movable: true });
  key = await keyOn(desk, "auditor");
});

const windowsOf = (query: string, by = key) => ask(listDeadlinesEndpoint, deadlines.GET, { key: by, query });
const landingOf = (query: string) => ask(previewLandingEndpoint, landing.GET, { key, query });

/** Month, deadline, cut-off, processing, collection month, first due day; as published for the year. */
const published2024 = [
  ["2024-01", "2024-01-23", "2024-01-23T22:59:59.999Z", "2024-01-24", "2024-02", "2024-02-01"],
  ["2024-02", "2024-02-21", "2024-02-21T22:59:59.999Z", "2024-02-22", "2024-03", "2024-03-01"],
  ["2024-03", "2024-03-19", "2024-03-19T22:59:59.999Z", "2024-03-20", "2024-04", "2024-04-02"],
  ["2024-04", "2024-04-22", "2024-04-22T21:59:59.999Z", "2024-04-23", "2024-05", "2024-05-01"],
  ["2024-05", "2024-05-23", "2024-05-23T21:59:59.999Z", "2024-05-24", "2024-06", "2024-06-03"],
  ["2024-06", "2024-06-20", "2024-06-20T21:59:59.999Z", "2024-06-21", "2024-07", "2024-07-01"],
  ["2024-07", "2024-07-23", "2024-07-23T21:59:59.999Z", "2024-07-24", "2024-08", "2024-08-01"],
  ["2024-08", "2024-08-22", "2024-08-22T21:59:59.999Z", "2024-08-23", "2024-09", "2024-09-02"],
  ["2024-09", "2024-09-22", "2024-09-22T21:59:59.999Z", "2024-09-23", "2024-10", "2024-10-01"],
  ["2024-10", "2024-10-23", "2024-10-23T21:59:59.999Z", "2024-10-24", "2024-11", "2024-11-01"],
  ["2024-11", "2024-11-21", "2024-11-21T22:59:59.999Z", "2024-11-22", "2024-12", "2024-12-02"],
  ["2024-12", "2024-12-17", "2024-12-17T22:59:59.999Z", "2024-12-18", "2025-01", "2025-01-02"],
].map(([month, deadline, cutoff_at, processing, collection_month, first_due]) => ({
  month,
  deadline,
  cutoff_at,
  processing,
  collection_month,
  first_due,
  source: "published",
}));

describe("deadlines", () => {
  it("of 2024 are exactly as published", async () => {
    const { status, json } = await windowsOf("rule=nets-bs&year=2024");
    expect(status).toBe(200);
    expect(json).toEqual({
      rule: "nets-bs",
      year: 2024,
      zone: "Europe/Copenhagen",
      windows: published2024,
    });
  });

  it("follow the creditor's own override and settings, and only the creditor's", async () => {
    const foreign = await foreignKeyOn(desk, "auditor");
    const { creditorId } = desk;
    await inTransaction(desk.runtime.db, async (tx) => {
      await tx.insert(deadlineOverrides).values({
        id: "ovr_1",
        creditorId,
        rule: "nets-bs",
        month: "2024-04",
        deadline: "2024-04-19",
        source: "override",
        note: "The bank moved it",
        createdAt: new Date(),
        createdBy: "Admin",
      });
      await tx
        .insert(settings)
        .values({ creditorId, name: "deadlines.nets-bs", value: { cutoffTime: "09:00" } });
    });
    const ours = listDeadlinesEndpoint.answer.parse((await windowsOf("rule=nets-bs&year=2024")).json);
    expect(ours.windows[3]).toMatchObject({
      deadline: "2024-04-19",
      cutoff_at: "2024-04-19T07:00:00.000Z",
      source: "override",
    });
    const theirs = await windowsOf("rule=nets-bs&year=2024", foreign);
    expect(theirs.json.windows).toEqual(published2024);
  });

  it("are none for a rule without windows", async () => {
    expect((await windowsOf("rule=sepa-core&year=2026")).json.windows).toEqual([]);
  });

  it.each([
    ["rule=nets-xx&year=2024", "rule", "unknown_rule"],
    ["rule=constructor&year=2024", "rule", "unknown_rule"],
    ["rule=__proto__&year=2024", "rule", "pattern"],
    ["rule=nets-bs", "year", "required"],
    ["year=2024", "rule", "required"],
    ["rule=nets-bs&year=24", "year", "out_of_range"],
    ["rule=nets-bs&year=9999", "year", "out_of_range"],
    ["rule=nets-bs&year=2024.5", "year", "pattern"],
    ["rule=nets-bs&year=1e3", "year", "pattern"],
    ["rule=nets-bs&year=next", "year", "pattern"],
    ["rule=nets-bs&year=2024&year=2025", "year", "wrong_type"],
  ])("refuse %s", async (query, field, code) => {
    const { status, json } = await windowsOf(query);
    expect(status).toBe(422);
    expect(json).toMatchObject({
      code: "invalid",
      errors: expect.arrayContaining([expect.objectContaining({ field, code })]),
    });
  });
});

describe("a landing", () => {
  it("says where a late payment goes, in words and as a code", async () => {
    const { status, json } = await landingOf("rule=nets-bs&at=2024-04-23T06:00:00Z&wanted=2024-05-15");
    expect(status).toBe(200);
    expect(json).toEqual({
      window: "2024-05",
      collection_month: "2024-06",
      due: "2024-06-03",
      cutoff_at: "2024-05-23T21:59:59.999Z",
      on_time: false,
      reason: "The cut-off for collection in 2024-05 has passed; due 2024-06-03 instead.",
      reason_code: "missed_cutoff",
    });
  });

  it("takes an instant of any zone, and the desk's own time without one", async () => {
    const zoned = await landingOf(`rule=nets-bs&at=${encodeURIComponent("2024-04-22T23:59:59+02:00")}`);
    expect(zoned.json).toMatchObject({ window: "2024-04", on_time: true });
    const late = await landingOf(`rule=nets-bs&at=${encodeURIComponent("2024-04-23T00:00:00+02:00")}`);
    expect(late.json).toMatchObject({ window: "2024-05", reason_code: "next_window" });
    expect((await landingOf("rule=nets-bs")).json).toMatchObject({ window: "2024-04" });
  });

  it.each([
    ["rule=nets-bs&at=2024-04-23", "at", "instant"],
    ["rule=nets-bs&at=2024-02-30T00:00:00Z", "at", "instant"],
    ["rule=nets-bs&at=2024-04-23T06:00:00", "at", "instant"],
    ["rule=nets-bs&at=0000-01-01T00:00:00Z", "at", "out_of_range"],
    ["rule=nets-bs&at=9999-12-31T23:59:59Z", "at", "out_of_range"],
    ["rule=nets-bs&wanted=2024-02-30", "wanted", "day"],
    ["rule=nets-bs&wanted=9999-12-31", "wanted", "out_of_range"],
    ["rule=nets-bs&wanted=0000-01-01", "wanted", "out_of_range"],
    ["rule=unknown", "rule", "unknown_rule"],
  ])("refuses %s", async (query, field, code) => {
    const { status, json } = await landingOf(query);
    expect(status).toBe(422);
    expect(json).toMatchObject({ code: "invalid", errors: [{ field, code }] });
  });
});
