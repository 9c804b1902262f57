import { and, count, eq, inArray } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import {
  auditLog,
  debtors,
  importParts,
  importRows,
  imports,
  mandates,
  submissions,
  users,
} from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { verifyAudit } from "@/lib/audit/verify";
import { mandateOffer } from "@/lib/mandates/offer";
import { workerCtx } from "@/lib/runtime";
import { limits } from "@/lib/settings/limits";
import { interrupted } from "@/lib/testing/debitdirect-payments";
import {
  checkedImport,
  employ,
  fileOf,
  fileWith,
  given,
  goodRow,
  importOf,
  importRowsOf,
  importWork,
  uploaded,
} from "@/lib/testing/imports";
import { type BsDesk, deskOnBetalingsservice } from "@/lib/testing/mastercard-bs";
import { dayCell, formulaCell, workbook } from "@/lib/testing/workbook";
import { approveImport } from "./approve";
import { badRows } from "./bad-rows";
import { checkFile } from "./check-file";
import { commitImport, resumeImport } from "./commit";
import { confirmReading, readAgain } from "./confirm-reading";
import { allRows } from "./door";
import { chooseImportRow, fixRow } from "./fix-row";
import { freezeImport } from "./freeze";
import { makeRows } from "./make-rows";
import { firstMapping } from "./mapping";
import { startCheck, stopCheck } from "./start-check";
import { discardImport, endImport, stopImport } from "./stop";
import { uploadImport } from "./upload";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let at: BsDesk;
beforeAll(async () => {
  at = await deskOnBetalingsservice("2026-11-10T09:00:00Z");
  await employ(at.desk, "agent");
});

const agent = () => at.desk.as("agent");
const approver = () => at.desk.as("finance", { approver: true, name: "Vibeke" });
const read = () => at.desk.runtime.db.read;
const worker = () => workerCtx(at.desk.runtime, at.desk.creditorId);
const rowsFrom = (first: number, many: number) =>
  Array.from({ length: many }, (_, index) => goodRow(first + index));
const counts = async (id: string) => {
  const { ok, warning, bad, dropped, made, refused } = await importOf(at.desk, id);
  return { ok, warning, bad, dropped, made, refused };
};
const mandatesOf = async (customers: readonly string[]) => {
  const [row] = await read()
    .select({ many: count() })
    .from(mandates)
    .where(inArray(mandates.customerNumber, [...customers]));
  return row?.many;
};
const numbers = (first: number, many: number) =>
  Array.from({ length: many }, (_, index) => String(300_000 + first + index));
const codes = async (id: string) =>
  (await importRowsOf(at.desk, id)).map((row) => [row.state, ...row.problems.map((one) => one.code)]);

describe("a file that is brought in", () => {
  it("lies sealed beside the database, and is known again by its hash", async () => {
    const text = fileWith(rowsFrom(0, 3));
    const first = await uploaded(at.desk, "one.csv", text);
    const again = await uploaded(at.desk, "two.csv", text);
    expect(await importOf(at.desk, again)).toMatchObject({ state: "uploaded", sameAs: first });
    const [part] = await read().select().from(importParts).where(eq(importParts.importId, first));
    expect(part?.sealed).not.toContain("Debtor");
    await discardImport(agent(), first);
    await discardImport(agent(), again);
    await importWork(at.desk);
    expect(await read().select().from(importParts)).toEqual([]);
  });

  it.each([
    ["rows.csv", Buffer.from(""), "file_empty"],
    ["photo.csv", Buffer.from([0xff, 0xd8, 0xff, 0xe0]), "file_picture"],
    ["rows.xlsx", Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), Buffer.alloc(100)]), "file_damaged"],
    ["rows.csv", Buffer.from([0x61, 0, 0, 0, 0, 0x62]), "file_not_text"],
  ])("%s is refused and leaves nothing", async (name, bytes, code) => {
    await expect(uploadImport(agent(), { name, body: fileOf(bytes) })).rejects.toMatchObject({
      code: "invalid",
      fields: { file: code },
    });
    expect(await read().select().from(imports).where(eq(imports.state, "uploading"))).toEqual([]);
    expect(await read().select().from(importParts)).toEqual([]);
  });

  it("breaks off where the line breaks off, and leaves nothing", async () => {
    async function* broken() {
      yield Buffer.alloc(600_000, "a;b\n");
      throw new Error("aborted");
    }
    await expect(uploadImport(agent(), { name: "a.csv", body: broken() })).rejects.toThrow("aborted");
    expect(await read().select().from(importParts)).toEqual([]);
  });
});

describe("the check of every row", () => {
  it("says of each what is wrong, at its field, and makes nothing", async () => {
    const before = await mandatesOf(numbers(0, 1_000));
    const id = await checkedImport(
      at,
      fileWith([
        goodRow(1),
        goodRow(2).replace("3199 ", "31 "),
        goodRow(1),
        "100234;Anna Andersen;010170-1234;0040 0440116243;2026-11-01 12:45",
        "100234;Another Name;010170-1234;0040 0440116243;2027-11-01",
        goodRow(3).replace("01-11-2026", "11/30/2026"),
        ";;;;",
        `${goodRow(4)};more`,
        goodRow(5).replace(/;3199 \d+/, ";1,23457E+13"),
      ]),
    );
    expect(await codes(id)).toEqual([
      ["ready"],
      ["bad", "account_registration_length"],
      ["bad", "same_file"],
      ["ready"],
      ["bad", "in_future", "name_differs", "same_file"],
      ["bad", "instant"],
      ["bad", "too_many_cells"],
      ["bad", "excel_damage"],
    ]);
    expect(await counts(id)).toMatchObject({ ok: 2, warning: 0, bad: 6 });
    const rows = await importRowsOf(at.desk, id);
    expect(rows.map((row) => row.match).slice(0, 4)).toEqual(["new", "new", "new", "existing"]);
    expect(rows[0]).toMatchObject({ usableFrom: "2026-12-01", line: 2, masked: "3199 ••••••0001" });
    expect(rows[2]?.problems[0]?.params).toEqual({ row: 2 });
    expect(rows[6]?.line).toBe(9);
    // Nobody's number lies open in what is kept.
    expect(JSON.stringify(rows)).not.toMatch(/1000000001|010111/);
    expect(await mandatesOf(numbers(0, 1_000))).toBe(before);
    await discardImport(agent(), id);
  });

  it("recognises a workbook, and says what its formulas came to", async () => {
    const heads = ["Kundenr.", "Navn", "CPR", "Konto", "Samtykke"];
    const bytes = workbook([
      heads,
      ["301900", formulaCell('A2&"x"', "Ib Ibsen"), "0101101901", "3199 1000001900", dayCell("46327")],
      [formulaCell("A2+1"), "Bo", "0101111902", "3199 1000001901", dayCell("46327")],
    ]);
    const importId = await uploaded(at.desk, "mandates.xlsx", bytes);
    expect((await importOf(at.desk, importId)).reading).toMatchObject({ sheet: "Aftaler", headLine: 1 });
    await confirmReading(agent(), { importId });
    await startCheck(agent(), { importId, agreementId: at.agreementId, given });
    await importWork(at.desk);
    expect(await codes(importId)).toEqual([
      ["ready", "formula"],
      ["bad", "formula_empty"],
    ]);
    await discardImport(agent(), importId);
  });

  it("gives a file back that cannot be read to its end, with the line", async () => {
    const importId = await uploaded(
      at.desk,
      "a.csv",
      `${fileWith(rowsFrom(0, 700))}\r\n"open;${"x".repeat(300_000)}`,
    );
    await confirmReading(agent(), { importId });
    await startCheck(agent(), { importId, agreementId: at.agreementId, given });
    await importWork(at.desk);
    expect(await importOf(at.desk, importId)).toMatchObject({
      state: "uploaded",
      problem: "file_quotes",
      problemParams: { line: 702 },
    });
    expect(allRows(await importOf(at.desk, importId))).toBe(0);
    await discardImport(agent(), importId);
  });

  it("remembers what was said of the columns for the next file with the same ones", async () => {
    const id = await checkedImport(at, fileWith(rowsFrom(10, 1)));
    await discardImport(agent(), id);
    const next = await uploaded(
      at.desk,
      "next.csv",
      fileWith(rowsFrom(11, 1)).replace("Kundenr.", "KUNDENR"),
    );
    await confirmReading(agent(), { importId: next });
    const offer = await mandateOffer(agent(), at.agreementId);
    const first = await firstMapping(agent(), await importOf(at.desk, next), offer);
    expect(first.remembered).toBe(true);
    expect(first.mapping["consent.wording"]).toEqual({ fixed: "da-1" });
    await discardImport(agent(), next);
  });

  it("X5: goes on where it stood when its worker died, at whichever commit, and stores each row once", async () => {
    const importId = await uploaded(at.desk, "a.csv", fileWith(rowsFrom(2_000, 2_600)));
    await confirmReading(agent(), { importId });
    await startCheck(agent(), { importId, agreementId: at.agreementId, given });
    for (let nth = 1; nth <= 4; nth += 1) {
      const dying = interrupted(worker(), nth + 1, () => Promise.reject(new Error("killed")));
      await checkFile(dying, await importOf(at.desk, importId), () => false).catch(() => undefined);
      const { lastRow, ...now } = await importOf(at.desk, importId);
      expect(allRows(now)).toBe(lastRow);
      expect(await importRowsOf(at.desk, importId)).toHaveLength(lastRow);
    }
    await importWork(at.desk);
    expect(await importOf(at.desk, importId)).toMatchObject({ state: "checked", ok: 2_600 });
    expect((await importRowsOf(at.desk, importId)).map((row) => row.n)).toEqual(
      Array.from({ length: 2_600 }, (_, index) => index + 1),
    );
    await discardImport(agent(), importId);
  });

  it("P8: is given back to a person after five faults of ours, and does not go on for ever", async () => {
    const importId = await uploaded(at.desk, "a.csv", fileWith(rowsFrom(15, 1)));
    await confirmReading(agent(), { importId });
    await startCheck(agent(), { importId, agreementId: at.agreementId, given });
    await inTransaction(at.desk.runtime.db, async (tx) => {
      await tx.update(importParts).set({ sealed: "damaged" }).where(eq(importParts.importId, importId));
    });
    for (let round = 1; round <= 4; round += 1) await importWork(at.desk);
    expect(await importOf(at.desk, importId)).toMatchObject({ state: "checking", faults: 4 });
    await importWork(at.desk);
    expect(await importOf(at.desk, importId)).toMatchObject({ state: "uploaded", problem: "file_fault" });
    await discardImport(agent(), importId);
  });

  it("can be stopped, and begins anew with other columns; rows of before count for nothing", async () => {
    const importId = await uploaded(at.desk, "a.csv", fileWith(rowsFrom(20, 1_200)));
    await confirmReading(agent(), { importId });
    await startCheck(agent(), { importId, agreementId: at.agreementId, given });
    let asked = 0;
    await checkFile(worker(), await importOf(at.desk, importId), () => ++asked > 1);
    expect(allRows(await importOf(at.desk, importId))).toBe(500);
    await stopCheck(agent(), importId);
    expect(allRows(await importOf(at.desk, importId))).toBe(0);
    const other = { ...given, "consent.given_at": "fixed", "consent.given_at.fixed": "2026-11-02" };
    await startCheck(agent(), { importId, agreementId: at.agreementId, given: other });
    await importWork(at.desk);
    expect(await counts(importId)).toMatchObject({ ok: 1_200 });
    const stored = await read()
      .select({ many: count() })
      .from(importRows)
      .where(eq(importRows.importId, importId));
    expect(stored[0]?.many).toBe(1_200);
    await readAgain(agent(), importId);
    expect(await importOf(at.desk, importId)).toMatchObject({ state: "uploaded", lastRow: 0 });
    await discardImport(agent(), importId);
  });
});

describe("a row", () => {
  it("is mended in place, and checked again at once", async () => {
    const id = await checkedImport(at, fileWith([goodRow(30), goodRow(31).replace("3199 ", "31 ")]));
    const [, bad] = await importRowsOf(at.desk, id);
    const fix = { importId: id, n: 2, content: bad?.content ?? "" };
    expect(await fixRow(agent(), { ...fix, cells: {} })).toBe(false);
    expect(await fixRow(agent(), { ...fix, cells: { 3: "3199 1000000031" } })).toBe(true);
    expect(await counts(id)).toMatchObject({ ok: 2, bad: 0 });
    // U4: whoever looked at the row as it was before is told so.
    await expect(fixRow(agent(), { ...fix, cells: { 1: "X" } })).rejects.toMatchObject({
      code: "changed_meanwhile",
    });
    await discardImport(agent(), id);
  });

  it("that is a person of another row under another number is told so before, and made only by a person's word", async () => {
    const twice = fileWith([goodRow(45), goodRow(46), goodRow(45).replace("300045", "399045")]);
    const id = await checkedImport(at, twice);
    const [, , second] = await importRowsOf(at.desk, id);
    expect(second).toMatchObject({ match: "ambiguous", state: "bad" });
    expect(second?.problems).toEqual([
      { target: "", code: "person_in_file", level: "error", params: { row: 2, customer: "300045" } },
    ]);
    await chooseImportRow(agent(), { importId: id, n: 3, choice: "in" });
    await commitImport(agent(), id);
    await importWork(at.desk);
    expect(await counts(id)).toMatchObject({ made: 3, refused: 0 });
    expect(await mandatesOf(["300045", "399045"])).toBe(2);
  });

  it("is dropped and let in again; one that stands for somebody known under another number only by a person's word", async () => {
    const known = await checkedImport(at, fileWith([goodRow(40)]), "a.csv");
    await commitImport(agent(), known);
    await importWork(at.desk);
    const id = await checkedImport(at, fileWith([goodRow(41), goodRow(40).replace("300040", "399040")]));
    expect((await importRowsOf(at.desk, id))[1]).toMatchObject({ match: "ambiguous", state: "bad" });
    await chooseImportRow(agent(), { importId: id, n: 1, choice: "out" });
    expect(await counts(id)).toMatchObject({ dropped: 1, bad: 1 });
    await chooseImportRow(agent(), { importId: id, n: 1, choice: "in" });
    await chooseImportRow(agent(), { importId: id, n: 2, choice: "in" });
    expect(await counts(id)).toMatchObject({ ok: 1, warning: 1, dropped: 0, bad: 0 });
    await discardImport(agent(), id);
  });
});

describe("the mandates of an import", () => {
  it("are made once each as by the person who committed it, and a second commit changes nothing", async () => {
    const text = fileWith([...rowsFrom(50, 60), goodRow(55), "x;;;;"]);
    const id = await checkedImport(at, text);
    await commitImport(agent(), id);
    await commitImport(agent(), id);
    await importWork(at.desk);
    expect(await importOf(at.desk, id)).toMatchObject({ state: "done", made: 60, bad: 2, ok: 0, refused: 0 });
    expect(await mandatesOf(numbers(50, 60))).toBe(60);
    await expect(commitImport(agent(), id)).rejects.toMatchObject({ code: "move_not_allowed" });
    const [row] = await importRowsOf(at.desk, id);
    const [mandate] = await read()
      .select()
      .from(mandates)
      .where(eq(mandates.id, row?.mandateId ?? ""));
    expect(mandate).toMatchObject({ customerNumber: "300050", state: "draft", sending: "sending" });
    expect(mandate?.consent).toMatchObject({ channel: "paper", givenAt: "2026-10-31T23:00:00.000Z" });
    const [wish] = await read()
      .select()
      .from(submissions)
      .where(eq(submissions.subjectId, mandate?.id ?? ""));
    expect(wish).toMatchObject({ operation: "mandate.create", actorId: agent().actor.id });
    const [debtor] = await read().select().from(debtors).where(eq(debtors.customerNumber, "300050"));
    expect(debtor).toMatchObject({ name: "Debtor 300050", identityMasked: expect.stringContaining("••••") });
    const entries = await read()
      .select()
      .from(auditLog)
      .where(and(eq(auditLog.subjectId, debtor?.id ?? ""), eq(auditLog.action, "debtor.created")));
    expect(entries).toMatchObject([{ actorKind: "person", actorId: agent().actor.id }]);
    expect(row?.sealed).toBeNull();
    expect(await verifyAudit(at.desk.runtime.db, at.desk.creditorId)).toMatchObject({ brokenAt: null });
  });

  it("X4: are not made again by the same file, nor by the same rows in another", async () => {
    const id = await checkedImport(at, fileWith(rowsFrom(50, 60)));
    expect(await counts(id)).toMatchObject({ ok: 0, bad: 60 });
    expect((await importRowsOf(at.desk, id))[0]?.problems).toMatchObject([{ code: "mandate_here" }]);
    await expect(commitImport(agent(), id)).rejects.toMatchObject({ code: "nothing_to_make" });
    await discardImport(agent(), id);
  });

  it("X5: are made once each wherever the worker dies", async () => {
    const id = await checkedImport(at, fileWith(rowsFrom(200, 230)));
    await commitImport(agent(), id);
    for (let nth = 1; nth <= 5; nth += 1) {
      const dying = interrupted(worker(), nth, () => Promise.reject(new Error("killed")));
      await makeRows(dying, await importOf(at.desk, id), () => false).catch(() => undefined);
      const { made, ok } = await counts(id);
      expect(made + ok).toBe(230);
      expect(await mandatesOf(numbers(200, 230))).toBe(made);
    }
    await importWork(at.desk);
    expect(await importOf(at.desk, id)).toMatchObject({ state: "done", made: 230 });
    expect(await mandatesOf(numbers(200, 230))).toBe(230);
  });

  it("P6: are made once each by several workers at once", async () => {
    const id = await checkedImport(at, fileWith(rowsFrom(500, 400)));
    await commitImport(agent(), id);
    const of = await importOf(at.desk, id);
    await Promise.all(Array.from({ length: 4 }, () => makeRows(worker(), of, () => false)));
    expect(await importOf(at.desk, id)).toMatchObject({ state: "done", made: 400, refused: 0 });
    expect(await mandatesOf(numbers(500, 400))).toBe(400);
  });

  it("are refused at their turn when somebody was first, and say so", async () => {
    const one = await checkedImport(at, fileWith(rowsFrom(1_000, 2)), "one.csv");
    const two = await checkedImport(at, fileWith(rowsFrom(1_001, 2)), "two.csv");
    await commitImport(agent(), one);
    await importWork(at.desk);
    await commitImport(agent(), two);
    await importWork(at.desk);
    expect(await importOf(at.desk, two)).toMatchObject({ state: "done", made: 1, refused: 1 });
    expect((await importRowsOf(at.desk, two))[0]?.problems).toMatchObject([{ code: "mandate_here" }]);
  });

  it("are stopped between two transactions, go on in another's name, or are ended", async () => {
    const id = await checkedImport(at, fileWith(rowsFrom(1_100, 120)));
    await commitImport(agent(), id);
    let asked = 0;
    await makeRows(worker(), await importOf(at.desk, id), () => ++asked > 1);
    expect((await stopImport(agent(), id)).made).toBe(50);
    await importWork(at.desk);
    expect(await counts(id)).toMatchObject({ made: 50, ok: 70 });
    await employ(at.desk, "agent", "Grethe");
    await resumeImport(at.desk.as("agent", { name: "Grethe" }), id);
    asked = 0;
    await makeRows(worker(), await importOf(at.desk, id), () => ++asked > 1);
    await stopImport(agent(), id);
    await endImport(agent(), id);
    expect(await importOf(at.desk, id)).toMatchObject({ state: "done", made: 100, ok: 20 });
    expect(await mandatesOf(numbers(1_100, 120))).toBe(100);
  });

  it("U7: rest as soon as whoever committed them may not make mandates any more", async () => {
    const id = await checkedImport(at, fileWith(rowsFrom(1_300, 60)));
    await commitImport(agent(), id);
    let asked = 0;
    await makeRows(worker(), await importOf(at.desk, id), () => ++asked > 1);
    const disable = (disabledAt: Date | null) =>
      inTransaction(at.desk.runtime.db, async (tx) => {
        await tx.update(users).set({ disabledAt }).where(eq(users.id, agent().actor.id));
      });
    await disable(new Date());
    await importWork(at.desk);
    expect(await importOf(at.desk, id)).toMatchObject({ state: "stopped", stopReason: "rights", made: 50 });
    await disable(null);
  });

  it("above the limit need a second person's yes to exactly these rows", async () => {
    const id = await checkedImport(at, fileWith(rowsFrom(5_000, limits["imports.commit_limit"].ours + 1)));
    await expect(commitImport(agent(), id)).rejects.toMatchObject({ code: "needs_approval" });
    const contentHash = await freezeImport(agent(), id);
    const own = { ...approver(), actor: agent().actor };
    await expect(approveImport(own, { importId: id, contentHash })).rejects.toMatchObject({
      code: "own_work",
    });
    await expect(approveImport(approver(), { importId: id, contentHash: "other" })).rejects.toMatchObject({
      code: "plan_changed",
    });
    await approveImport(approver(), { importId: id, contentHash });
    // U5: any change makes the approval void.
    const [row] = await importRowsOf(at.desk, id);
    await fixRow(agent(), { importId: id, n: 1, content: row?.content ?? "", cells: { 1: "Another" } });
    await expect(commitImport(agent(), id)).rejects.toMatchObject({ code: "needs_approval" });
    await approveImport(approver(), { importId: id, contentHash: await freezeImport(agent(), id) });
    await inTransaction(at.desk.runtime.db, async (tx) => {
      await tx
        .update(importRows)
        .set({ content: "behind our back" })
        .where(eq(importRows.id, row?.id ?? ""));
    });
    await expect(commitImport(agent(), id)).rejects.toMatchObject({ code: "plan_changed" });
    await discardImport(agent(), id);
  });
});

describe("the rows that were not made", () => {
  it("come as a file of the same columns with their reasons, and can be brought in again", async () => {
    const id = await checkedImport(
      at,
      fileWith([
        goodRow(1_500),
        goodRow(1_501).replace("3199 ", "31 "),
        `301502;=cmd();0101101502;x;01-11-2026`,
      ]),
    );
    const words = { row: "Row", reason: "Reason", says: () => "No; wrong" };
    const file = await badRows(agent(), id, async () => words);
    let text = "";
    for await (const line of file.text) text += line;
    expect(file.name).toBe("mandates-errors.csv");
    expect(text.split("\r\n")).toEqual([
      "\ufeffKundenr.;Navn;CPR;Konto;Samtykke;Row;Reason",
      `${goodRow(1_501).replace("3199 ", "31 ")};3;"No; wrong"`,
      `301502;'=cmd();0101101502;x;01-11-2026;4;"No; wrong"`,
      "",
    ]);
    const mended = text.replace("31 1000001501", "3199 1000001501");
    const again = await checkedImport(at, mended, "errors.csv");
    expect(await importOf(at.desk, again)).toMatchObject({ ok: 1, bad: 1 });
    expect((await importOf(at.desk, again)).shape).toBe((await importOf(at.desk, id)).shape);
    await discardImport(agent(), id);
    await discardImport(agent(), again);
  });

  it("keep their cells for a month after the end, and their verdicts for good", async () => {
    const id = await checkedImport(at, fileWith([goodRow(1_600), "y;;;;"]));
    await commitImport(agent(), id);
    await importWork(at.desk);
    expect((await importRowsOf(at.desk, id))[1]?.sealed).not.toBeNull();
    expect(await read().select().from(importParts).where(eq(importParts.importId, id))).toEqual([]);
    await at.moveTo("2026-12-12T09:00:00Z");
    await importWork(at.desk);
    const [, bad] = await importRowsOf(at.desk, id);
    expect(bad).toMatchObject({ sealed: null, state: "bad" });
    expect(bad?.problems.length).toBeGreaterThan(0);
  });
});
