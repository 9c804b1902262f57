import { and, asc, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { importRows, imports } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { actingFor } from "@/lib/access/acting-for";
import type { Ctx } from "@/lib/context";
import { writeDebtor } from "@/lib/debtors/create";
import { breathe } from "@/lib/kernel/breathe";
import { AppError } from "@/lib/kernel/errors";
import { randomShare } from "@/lib/kernel/random";
import { faultLine, log } from "@/lib/log";
import { writeMandate } from "@/lib/mandates/write";
import { bucketOf } from "./check-file";
import { type CheckedRow, checkRow, type RowReader } from "./check-row";
import { countRows, findImport, type Import, moveImport } from "./door";
import { type Judged, judgeRows } from "./judge-rows";
import { COMMIT_CHUNK } from "./limits";
import { rowReader } from "./row-reader";
import { openRow } from "./sealed-row";
import { noCounts, type RowProblem } from "./shapes";
import type { ImportStop } from "./states";

type StoredRow = typeof importRows.$inferSelect;
interface RowToMake {
  row: StoredRow;
  checked: CheckedRow;
  judged: Judged;
}

/** Imports whose mandates are being made, of every creditor. */
export async function committingImports(ctx: Ctx): Promise<Import[]> {
  return ctx.db.read
    .select()
    .from(imports)
    .where(eq(imports.state, "committing"))
    .orderBy(asc(imports.id))
    .limit(20);
}

/**
 * Makes the mandates of an import, some in each transaction, in the name of who committed it and with the rights they
 * have now. A row is taken by a unique write in the transaction that makes its mandate: however many work on one import
 * and wherever one dies, a row has one mandate. Answers how many rows it went through.
 */
export async function makeRows(ctx: Ctx, of: Import, stopping: () => boolean): Promise<number> {
  let through = 0;
  let skip = 0;
  while (!stopping()) {
    const person = of.committedById === null ? null : await actingFor(ctx, of.committedById);
    if (!person || !mayMake(person)) {
      await rest(ctx, of, "rights");
      break;
    }
    const reader = await rowReader(person, of);
    if (reader.offer.agreement.state !== "active") {
      await rest(ctx, of, "agreement");
      break;
    }
    const rows = await nextRows(ctx, of, skip);
    if (rows.length === 0 && skip === 0) {
      await finish(ctx, of);
      break;
    }
    const done = await makeChunk(person, of, reader, rows);
    if (done === "stopped") break;
    through += done;
    // Another worker was at the same rows: this one begins a little behind it.
    skip = done > 0 || rows.length === 0 ? 0 : COMMIT_CHUNK * (1 + Math.floor(randomShare() * 4));
    await breathe();
  }
  return through;
}

const mayMake = ({ permissions }: Ctx): boolean =>
  (["imports.commit", "debtors.write", "mandates.write"] as const).every((one) => permissions.has(one));

const nextRows = (ctx: Ctx, of: Import, skip: number): Promise<StoredRow[]> =>
  ctx.db.read
    .select()
    .from(importRows)
    .where(and(eq(importRows.importId, of.id), eq(importRows.pass, of.pass), eq(importRows.state, "ready")))
    .orderBy(asc(importRows.n))
    .limit(COMMIT_CHUNK)
    .offset(skip);

/** Thrown to take a transaction back in which somebody had stopped the import. */
class Stopped extends Error {}

async function makeChunk(
  ctx: Ctx,
  of: Import,
  reader: RowReader,
  rows: readonly StoredRow[],
): Promise<number | "stopped"> {
  const opened = rows.flatMap((row) => {
    const cells = openRow(ctx, row);
    return cells ? [{ row, checked: checkRow(ctx, reader, cells) }] : [];
  });
  const judged = await judgeRows(
    ctx,
    reader,
    of,
    opened.map(({ row, checked }) => ({ n: row.n, choice: row.choice, checked })),
  );
  const together: RowToMake[] = [];
  let done = 0;
  try {
    for (const [index, { row, checked }] of opened.entries()) {
      const verdict = judged[index];
      if (!verdict) continue;
      const problems = objections(row, checked, verdict);
      if (problems) done += await refuse(ctx, of, row, problems);
      else together.push({ row, checked, judged: verdict });
    }
    return done + (await makeTogether(ctx, of, reader, together));
  } catch (error) {
    if (error instanceof Stopped) return "stopped";
    throw error;
  }
}

/** Why a row is not made now that its turn has come; null for nothing. */
function objections(row: StoredRow, checked: CheckedRow, judged: Judged): RowProblem[] | null {
  if (checked.content !== row.content) return [{ target: "", code: "changed", level: "error" }];
  return judged.state === "ready" ? null : judged.problems;
}

/** All in one transaction; where one of them cannot be made, each by itself. */
async function makeTogether(
  ctx: Ctx,
  of: Import,
  reader: RowReader,
  rows: readonly RowToMake[],
): Promise<number> {
  if (rows.length === 0) return 0;
  try {
    return await make(ctx, of, reader, rows);
  } catch (error) {
    if (error instanceof Stopped) throw error;
  }
  let made = 0;
  for (const one of rows) {
    try {
      made += await make(ctx, of, reader, [one]);
    } catch (error) {
      if (error instanceof Stopped) throw error;
      made += await setAside(ctx, of, one.row, error);
    }
  }
  return made;
}

async function make(ctx: Ctx, of: Import, reader: RowReader, rows: readonly RowToMake[]): Promise<number> {
  return inTransaction(ctx.db, async (tx) => {
    const counts = { ...noCounts };
    for (const one of rows) {
      const [taken] = await tx
        .update(importRows)
        .set({ state: "made", sealed: null })
        .where(and(eq(importRows.id, one.row.id), eq(importRows.state, "ready")))
        .returning({ id: importRows.id });
      if (!taken) continue;
      const ids = await makeOne(tx, ctx, reader, one);
      await tx.update(importRows).set(ids).where(eq(importRows.id, one.row.id));
      counts[bucketOf({ state: "ready", verdict: one.row.verdict })] -= 1;
      counts.made += 1;
    }
    // Also says that nobody has stopped it: else all of this is taken back.
    if (!(await countRows(tx, of, counts, eq(imports.state, "committing")))) throw new Stopped();
    return counts.made;
  });
}

async function makeOne(tx: Tx, ctx: Ctx, { offer }: RowReader, { checked, judged }: RowToMake) {
  const customerNumber = checked.debtor.customer_number ?? "";
  // A debtor who is known keeps the name they have here, whatever the file says.
  const name = judged.debtorName ?? checked.debtor.name ?? "";
  const debtorId = judged.debtorId ?? (await writeDebtor(tx, ctx, checked.debtor));
  const debtor = { id: debtorId, name, customerNumber };
  const { mandateId } = await writeMandate(tx, ctx, {
    ...offer,
    debtor,
    values: checked.mandate,
    consent: checked.consent,
  });
  return { debtorId, mandateId };
}

const FAULTS_BEFORE_GIVING_UP = 5;

/** A row that could not be made: refused for a reason, or tried again when its turn comes round. */
async function setAside(ctx: Ctx, of: Import, row: StoredRow, error: unknown): Promise<number> {
  if (error instanceof AppError) return refuse(ctx, of, row, [problemOf(error)]);
  log("error", "a row could not be made", { row: row.id, fault: faultLine(error) });
  const faults = await inTransaction(ctx.db, async (tx) => {
    const [counted] = await tx
      .update(importRows)
      .set({ faults: sql`${importRows.faults} + 1` })
      .where(eq(importRows.id, row.id))
      .returning({ faults: importRows.faults });
    return counted?.faults ?? 0;
  });
  if (faults < FAULTS_BEFORE_GIVING_UP) return 1;
  return refuse(ctx, of, row, [{ target: "", code: "fault", level: "error" }]);
}

function problemOf({ code, params }: AppError): RowProblem {
  const mandate = params.mandate;
  if (code === "duplicate" && mandate !== undefined)
    return { target: "", code: "mandate_here", level: "error", params: { mandate } };
  return { target: "", code: "fault", level: "error" };
}

async function refuse(ctx: Ctx, of: Import, row: StoredRow, problems: RowProblem[]): Promise<number> {
  return inTransaction(ctx.db, async (tx) => {
    const [refused] = await tx
      .update(importRows)
      .set({ state: "refused", verdict: "error", problems })
      .where(and(eq(importRows.id, row.id), eq(importRows.state, "ready")))
      .returning({ id: importRows.id });
    if (!refused) return 0;
    const change = { [bucketOf({ state: "ready", verdict: row.verdict })]: -1, refused: 1 };
    if (!(await countRows(tx, of, change, eq(imports.state, "committing")))) throw new Stopped();
    return 1;
  });
}

const rest = (ctx: Ctx, of: Import, reason: ImportStop): Promise<void> =>
  moveNow(ctx, of, "rest", { stopReason: reason });

const finish = (ctx: Ctx, of: Import): Promise<void> =>
  moveNow(ctx, of, "finish", { doneAt: ctx.clock.now() });

async function moveNow(ctx: Ctx, of: Import, move: "rest" | "finish", patch: Partial<Import>): Promise<void> {
  try {
    await inTransaction(ctx.db, async (tx) => {
      const now = await findImport(tx, of.creditorId, of.id);
      const { ok, warning, made, refused, bad, dropped } = now;
      await moveImport(tx, ctx, now, move, patch, { after: { ok, warning, made, refused, bad, dropped } });
    });
  } catch (error) {
    // Somebody stopped it meanwhile, or another worker was first.
    if (!(error instanceof AppError)) throw error;
  }
}
