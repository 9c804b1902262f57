import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { runItems, runs } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import type { Ctx } from "@/lib/context";
import { createPayment } from "@/lib/payments/create";
import { type DebitDirectDesk, deskOnDebitDirect } from "@/lib/testing/debitdirect";
import { approved, approver, built, customers, fileFor, HEAD, rowsOf, runOf } from "@/lib/testing/runs";
import { approveRun } from "./approve";
import { buildRun } from "./build";
import { chooseRow } from "./choose";
import { readCsv } from "./csv";
import { discardRun } from "./discard";
import { freezeRun } from "./freeze";
import { planNextWindow } from "./next-window";
import { planOf } from "./plan";
import { resumeRun } from "./resume";
import { sendRun } from "./send";
import { mayMove, type RunMove, type RunState, runMoves, runStates } from "./states";
import { stopRun } from "./stop";

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

let at: DebitDirectDesk;
let numbers: string[];
let finance: Ctx;
beforeAll(async () => {
  at = await deskOnDebitDirect("2026-11-10T09:00:00Z");
  numbers = await customers(at, 6);
  finance = at.desk.as("finance");
});

const verdicts = async (runId: string) =>
  (await rowsOf(at, runId)).map((row) => [row.n, row.state, row.reason]);

describe("a file is brought in with a verdict for every row", () => {
  it("what cannot be sent is left out with the reason, and the rest is planned", async () => {
    const [a, b, c] = numbers;
    await createPayment(finance, {
      mandateId: at.mandateId,
      values: { amount: "10,00", text: "Heat", reference: "BY-FORM", due: "2026-12-01" },
      despiteDuplicate: false,
    });
    const runId = await built(
      at,
      [
        HEAD,
        `${a};100,00;Heat;B-1;2026-12-01`,
        `${b};1.200,00;Heat;B-2;`,
        `${c};100,00;Heat;B-3;2027-01-02`,
        `;1,00;Heat;B-4;`,
        `999999;1,00;Heat;B-5;`,
        `${a};12.50;Heat;B-6;`,
        `${a};13,00;${"x".repeat(61)};B-7;`,
        `${a};13,00;Heat;;`,
        `${a};13,00;Heat;B 9;`,
        `${a};13,00;Heat;B-10;01/12/2026`,
        `${a};13,00;Heat;B-11;2026-11-01`,
        `${a};13,00;Heat;B-12;2028-11-01`,
        `${a};13,00;Heat;B-1;2026-12-01`,
        `${a};13,00;Heat;BY-FORM;2026-12-01`,
        `100234;10,00;Heat;B-15;2026-12-01`,
        `${a};100,00;Heat;B-16;2026-12-01`,
      ].join("\n"),
    );
    expect(await verdicts(runId)).toEqual([
      [1, "planned", null],
      [2, "planned", null],
      [3, "planned", "moved"],
      [4, "excluded", "customer_missing"],
      [5, "excluded", "customer_unknown"],
      [6, "excluded", "amount_bad"],
      [7, "excluded", "text_bad"],
      [8, "excluded", "reference_bad"],
      [9, "excluded", "reference_bad"],
      [10, "excluded", "due_bad"],
      [11, "excluded", "day_past"],
      [12, "excluded", "too_far_ahead"],
      [13, "excluded", "reference_twice"],
      [14, "excluded", "reference_paid"],
      [15, "excluded", "duplicate_paid"],
      [16, "excluded", "duplicate_row"],
    ]);
    const parts = await planOf(finance, runId);
    expect(parts.map(({ group, count }) => [group, count])).toEqual([
      ["on_time", 3],
      ["slips", 0],
      ["excluded", 13],
    ]);
    expect(parts[0]?.sums).toEqual([{ currency: "DKK", count: 3, amountMinor: 140_000 }]);
    await discardRun(finance, runId);
  });

  it("the same file and the same references are recognised, until the run that has them is put away", async () => {
    const csv = fileFor(numbers.slice(0, 2), "TWICE");
    const first = await built(at, csv, "First");
    const again = await built(at, csv, "Again");
    expect(await verdicts(again)).toEqual([
      [1, "excluded", "same_file"],
      [2, "excluded", "same_file"],
    ]);
    const other = await built(at, fileFor(numbers.slice(0, 3), "TWICE"), "Other");
    expect(await verdicts(other)).toEqual([
      [1, "excluded", "reference_in_run"],
      [2, "excluded", "reference_in_run"],
      [3, "planned", null],
    ]);
    await discardRun(finance, first);
    await discardRun(finance, again);
    await expect(freezeRun(finance, other)).rejects.toMatchObject({ code: "plan_changed" });
    expect(await verdicts(other)).toEqual([
      [1, "planned", null],
      [2, "planned", null],
      [3, "planned", null],
    ]);
    await discardRun(finance, other);
  });

  it("a customer may have rows all over a long file", async () => {
    const many = Array.from({ length: 1_200 }, (_, index) => numbers[index % numbers.length] ?? "");
    const runId = await built(at, fileFor(many, "LONG"));
    const parts = await planOf(finance, runId);
    expect(parts.map(({ count }) => count)).toEqual([1_200, 0, 0]);
    await freezeRun(finance, runId);
    await discardRun(finance, runId);
  });

  it("a run pressed twice is one run", async () => {
    const request = { key: "twice", fingerprint: "f" };
    const build = () =>
      buildRun(
        finance,
        {
          ...{ name: "Once", test: true, agreementId: null, decimals: "," },
          rows: readCsv(fileFor(numbers, "PRESS")),
        },
        request,
      );
    const [one, two] = [await build(), await build()];
    expect(two).toBe(one);
    await discardRun(finance, one);
  });

  it("test and live never mix, nor creditors", async () => {
    const live = await buildRun(finance, {
      ...{ name: "Live", test: false, agreementId: null, decimals: "," },
      rows: readCsv(fileFor(numbers.slice(0, 2), "LIVE")),
    });
    expect((await verdicts(live)).map(([, , reason]) => reason)).toEqual(["other_kind", "other_kind"]);
    const stranger = { ...finance, creditorId: "cre_stranger" };
    const theirs = await buildRun(stranger, {
      ...{ name: "Theirs", test: true, agreementId: null, decimals: "," },
      rows: readCsv(fileFor(numbers.slice(0, 2), "THEIRS")),
    });
    const found = await at.desk.runtime.db.read.select().from(runItems).where(eq(runItems.runId, theirs));
    expect(found.map((row) => row.reason)).toEqual(["customer_unknown", "customer_unknown"]);
    await expect(freezeRun(finance, theirs)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("U5, U6: an approval", () => {
  it("is for one content: a row taken out voids it, and the run cannot be sent", async () => {
    const runId = await approved(at, fileFor(numbers, "VOID"));
    expect(await runOf(at, runId)).toMatchObject({ state: "approved", approvedByName: "Vibeke" });
    await chooseRow(finance, { runId, n: 2, choice: "out" });
    expect(await runOf(at, runId)).toMatchObject({ state: "draft", approvedHash: null, contentHash: null });
    await expect(sendRun(finance, runId)).rejects.toMatchObject({ code: "move_not_allowed" });
    const hash = await freezeRun(finance, runId);
    await chooseRow(finance, { runId, n: 2, choice: "in" });
    const other = await freezeRun(finance, runId);
    expect(other).not.toBe(hash);
    const approve = (contentHash: string) => approveRun(approver(at), { runId, contentHash });
    await expect(approve(hash)).rejects.toMatchObject({ code: "plan_changed" });
    await approve(other);
    await discardRun(finance, runId);
  });

  it("does not hold for rows that were changed behind it", async () => {
    const runId = await built(at, fileFor(numbers, "BEHIND"));
    const contentHash = await freezeRun(finance, runId);
    const raise = (amountMinor: number) =>
      inTransaction(at.desk.runtime.db, async (tx) => {
        await tx.update(runItems).set({ amountMinor }).where(eq(runItems.runId, runId));
      });
    await raise(999);
    const approve = () => approveRun(approver(at), { runId, contentHash });
    await expect(approve()).rejects.toMatchObject({ code: "plan_changed" });
    await discardRun(finance, runId);
    const sound = await approved(at, fileFor(numbers, "BEHIND2"));
    await inTransaction(at.desk.runtime.db, async (tx) => {
      await tx.update(runItems).set({ amountMinor: 999 }).where(eq(runItems.runId, sound));
    });
    await expect(sendRun(finance, sound)).rejects.toMatchObject({ code: "plan_changed" });
    await discardRun(finance, sound);
  });

  it("is never given to one's own work, by whichever hand in it", async () => {
    const me = approver(at);
    const mine = await buildRun(me, {
      ...{ name: "Mine", test: true, agreementId: null, decimals: "," },
      rows: readCsv(fileFor(numbers, "MINE")),
    });
    const hash = await freezeRun(finance, mine);
    const approve = (ctx: Ctx, runId: string, contentHash: string) => approveRun(ctx, { runId, contentHash });
    await expect(approve(me, mine, hash)).rejects.toMatchObject({ code: "own_work" });
    await expect(approve(finance, mine, hash)).rejects.toMatchObject({ code: "not_permitted" });
    await discardRun(finance, mine);
    const touched = await built(at, fileFor(numbers, "TOUCHED"));
    await chooseRow(me, { runId: touched, n: 1, choice: "out" });
    const other = await freezeRun(finance, touched);
    await expect(approve(me, touched, other)).rejects.toMatchObject({ code: "own_work" });
    await discardRun(finance, touched);
  });

  it("freezing shows a plan that has changed instead of freezing it", async () => {
    const runId = await built(at, fileFor(numbers.slice(0, 3), "SLIP"));
    const [first] = await rowsOf(at, runId);
    await createPayment(finance, {
      mandateId: first?.mandateId ?? "",
      values: { amount: first?.given.amount ?? "", text: "Heat", due: "2026-12-01" },
      despiteDuplicate: false,
    });
    await expect(freezeRun(finance, runId)).rejects.toMatchObject({
      code: "plan_changed",
      params: { rows: 1 },
    });
    expect((await verdicts(runId))[0]).toEqual([1, "excluded", "duplicate_paid"]);
    await chooseRow(finance, { runId, n: 1, choice: "in" });
    expect((await verdicts(runId))[0]).toEqual([1, "planned", "despite_duplicate"]);
    await freezeRun(finance, runId);
    await discardRun(finance, runId);
    const nothing = await built(at, `${HEAD}\n999999;1,00;Heat;NONE-1;`);
    await expect(freezeRun(finance, nothing)).rejects.toMatchObject({ code: "nothing_to_send" });
  });
});

describe("the states of a run", () => {
  const verbs: Record<string, { move: RunMove; call(ctx: Ctx, runId: string): Promise<unknown> }> = {
    freezeRun: { move: "freeze", call: freezeRun },
    chooseRow: {
      move: "change",
      call: (ctx, runId) => chooseRow(ctx, { runId, n: 2, choice: "out" }),
    },
    approveRun: {
      move: "approve",
      call: async (_ctx, runId) =>
        approveRun(approver(at), { runId, contentHash: (await runOf(at, runId)).contentHash ?? "" }),
    },
    sendRun: { move: "send", call: sendRun },
    stopRun: { move: "stop", call: stopRun },
    resumeRun: { move: "resume", call: resumeRun },
    planNextWindow: { move: "next_window", call: planNextWindow },
    discardRun: { move: "discard", call: discardRun },
  };
  /** Pressed twice: the second press changes nothing and is no error. */
  const already: Record<string, RunState> = {
    sendRun: "sending",
    resumeRun: "sending",
    stopRun: "stopped",
  };
  const walks = Object.entries(verbs).flatMap(([name, verb]) =>
    runStates.map((state) => ({ name, state, allowed: mayMove(verb.move, state), ...verb })),
  );

  it.each(walks)("$name from $state: $allowed", async ({ name, state, move, allowed, call }) => {
    const runId = await approved(at, fileFor(numbers, `WALK-${name}-${state}`.slice(0, 24)));
    await inTransaction(at.desk.runtime.db, async (tx) => {
      await tx.update(runs).set({ state }).where(eq(runs.id, runId));
      if (name === "planNextWindow")
        await tx.update(runItems).set({ state: "held" }).where(eq(runItems.runId, runId));
    });
    if (allowed || already[name] === state) {
      await call(finance, runId);
      const to = allowed ? runMoves[move].to : state;
      expect((await runOf(at, runId)).state).toBe(to);
    } else {
      await expect(call(finance, runId)).rejects.toMatchObject({ code: "move_not_allowed" });
      expect((await runOf(at, runId)).state).toBe(state);
    }
    await inTransaction(at.desk.runtime.db, async (tx) => {
      await tx.update(runs).set({ state: "discarded" }).where(eq(runs.id, runId));
    });
  });
});
