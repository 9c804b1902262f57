import { describe, expect, it } from "vitest";
import { type Day, day } from "@/lib/kernel/day";
import type { Answer } from "./answer";
import { mostUseful, type RunRow } from "./debtor";
import { at, moved, ofDebit, ofMandate, ofPayment, opened } from "./examples/example";

const debtor = { id: "deb_1", name: "Mogens Dam Vestby", customerNumber: "104121" };
const over = (parts: {
  mandates?: Answer[];
  payments?: Answer[];
  dues?: ReadonlyMap<string, Day>;
  waiting?: ReadonlySet<string>;
  rows?: RunRow[];
}) =>
  mostUseful({
    debtor,
    zone: "Europe/Copenhagen",
    mandates: [],
    payments: [],
    dues: new Map(),
    waiting: new Set(),
    rows: [],
    ...parts,
  });

const on = (day: string) => at(`${day}T09:00:00Z`);
const unknown = ofPayment(
  { id: "pay_u", state: "ready", sending: "unknown" },
  { open: opened({ state: "unknown", sentAt: on("2026-11-20") }) },
);
const scheduled = ofPayment({ id: "pay_s", state: "scheduled" }, { moves: [moved("scheduled")] });
const rejected = (day: string) =>
  ofPayment({ id: "pay_r", state: "rejected" }, { moves: [moved("rejected", { at: on(day) })] });
const settled = ofPayment(
  { id: "pay_c", state: "settled", settledOn: "2026-11-02", claimUntil: "2027-12-02" },
  { moves: [moved("settled", { at: on("2026-11-02") })] },
);
const ended = (day: string) =>
  ofMandate({ id: "man_e", state: "ended", endedBy: "debtor" }, { moves: [moved("ended", { at: on(day) })] });
const row = (day: string): RunRow => ({
  runId: "run_1",
  run: "December heat",
  runState: "frozen",
  n: 3,
  state: "planned",
  reason: null,
  createdAt: on(day),
});

describe("the most useful answer over everything a debtor has", () => {
  it("is what needs somebody, before anything that is on its way", () => {
    expect(over({ mandates: [ofMandate({})], payments: [scheduled, unknown, rejected("2026-11-20")] })).toBe(
      unknown,
    );
  });

  it("is what is on its way, before what ended", () => {
    expect(over({ mandates: [ofMandate({})], payments: [rejected("2026-11-20"), scheduled] })).toBe(
      scheduled,
    );
  });

  it("is, of a series that is on its way, the earliest debit and not the newest", () => {
    const series = ["2026-12-14", "2026-11-30", "2026-12-07"].map((planned) =>
      ofDebit({ id: `pay_${planned}`, planned }),
    );
    const dues = new Map(series.map((one) => [one.about.id, day(one.about.id.slice(4))]));
    expect(over({ mandates: [ofMandate({})], payments: series, dues })).toBe(series[1]);
  });

  it("is what came back and waits for somebody, before what is on its way or was collected since", () => {
    const back = rejected("2026-11-18");
    const waiting = new Set([back.about.id]);
    const mandates = [ofMandate({})];
    expect(over({ mandates, payments: [settled, back], waiting })).toBe(back);
    expect(over({ mandates, payments: [scheduled, back], waiting })).toBe(back);
    expect(over({ mandates, payments: [unknown, back], waiting })).toBe(unknown);
  });

  it("is how the newest payment ended, and none older than it", () => {
    const newest = rejected("2026-11-18");
    expect(over({ mandates: [ofMandate({})], payments: [newest, settled] })).toBe(newest);
    expect(over({ mandates: [ofMandate({})], payments: [settled, newest] })).toBe(settled);
  });

  it("is the mandate's end when that came after the last payment, and not when it came before", () => {
    const gone = ended("2026-11-19");
    expect(over({ mandates: [gone], payments: [rejected("2026-11-18")] })).toBe(gone);
    const last = rejected("2026-11-20");
    expect(over({ mandates: [gone], payments: [last] })).toBe(last);
  });

  it("says nothing of an ended mandate while another one can be used", () => {
    const answer = over({ mandates: [ended("2026-11-19"), ofMandate({ id: "man_2" })] });
    expect(answer).toMatchObject({ code: "nothing_asked", about: { noun: "mandate", id: "man_2" } });
  });

  it("is a row of a run that is newer than the last payment, and not one that is older", () => {
    expect(over({ mandates: [ofMandate({})], payments: [settled], rows: [row("2026-11-19")] })).toMatchObject(
      {
        code: "run_waits_approval",
        about: { noun: "run", id: "run_1" },
      },
    );
    expect(over({ mandates: [ofMandate({})], payments: [settled], rows: [row("2026-11-01")] })).toBe(settled);
  });

  it("takes, of mandates that cannot be used, the one that is nearest to it", () => {
    const invited = ofMandate({ id: "man_i", state: "invited" }, { moves: [moved("invited")] });
    expect(over({ mandates: [ended("2026-11-19"), invited] })).toBe(invited);
    expect(over({})).toMatchObject({ code: "mandate_none", about: { noun: "debtor", id: "deb_1" } });
  });
});
