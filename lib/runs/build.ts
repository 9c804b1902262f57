import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { agreements, runItems, runs } from "@/db/schema";
import type { GivenRow } from "@/db/tables/runs";
import { inTransaction } from "@/db/transaction";
import { once, type RequestKey } from "@/lib/access/once";
import { audit } from "@/lib/audit/entry";
import { type Ctx, requirePermission } from "@/lib/context";
import { breathe } from "@/lib/kernel/breathe";
import { AppError, type FieldProblem } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { type DecimalMark, readAmount } from "@/lib/kernel/money";
import { same } from "@/lib/lists/keyset";
import { MOST_ROWS } from "./csv";
import type { Judged } from "./judge";
import { planRows } from "./plan-rows";
import { readDay } from "./read-day";
import type { RowToJudge } from "./row-to-judge";

export interface NewRun {
  name: string;
  test: boolean;
  /** Only mandates of this agreement; null for whichever the customer has. */
  agreementId: string | null;
  rows: readonly GivenRow[];
  /** How its amounts are written. */
  decimals: DecimalMark;
}

/** So many rows go into one statement: below every database's limit of parameters. */
const CHUNK = 500;

const hashOf = (rows: readonly GivenRow[]): string => {
  const hash = createHash("sha256");
  for (const { customer, amount, text, reference, due } of rows)
    hash.update(`${JSON.stringify([customer, amount, text, reference, due])}\n`);
  return hash.digest("hex");
};

/**
 * Brings rows in as a draft: each is kept as it was given, with its verdict and where it would land. Nothing is issued
 * and nothing is refused for one bad row.
 */
export async function buildRun(ctx: Ctx, input: NewRun, request?: RequestKey): Promise<string> {
  requirePermission(ctx, "runs.prepare");
  await check(ctx, input);
  const run = {
    id: newId("run", ctx.clock.now()),
    test: input.test,
    agreementId: input.agreementId,
    fileHash: hashOf(input.rows),
  };
  const read = input.rows.map((row, index) => readRow(row, index + 1, input.decimals));
  const judged = await planRows(ctx, run, read);
  return inTransaction(ctx.db, (tx) =>
    once(tx, ctx, request, async () => {
      await insertRun(tx, ctx, input, run);
      await insertItems(tx, ctx, run.id, input.rows, read, judged);
      return run.id;
    }),
  );
}

async function check(ctx: Ctx, input: NewRun): Promise<void> {
  const fields: Record<string, FieldProblem> = {};
  const name = input.name.trim();
  if (name === "") fields.name = "required";
  if (name.length > 100) fields.name = "too_long";
  if (/\p{Cc}/u.test(name)) fields.name = "control_characters";
  if (input.rows.length === 0) fields.csv = "csv_empty";
  if (input.rows.length > MOST_ROWS) fields.csv = "csv_too_many";
  if (input.agreementId !== null) {
    const [agreement] = await ctx.db.read
      .select({ test: agreements.test })
      .from(agreements)
      .where(and(same(agreements.id, input.agreementId), eq(agreements.creditorId, ctx.creditorId)));
    if (!agreement) fields.agreement = "choice";
    else if (agreement.test !== input.test) fields.agreement = "other_kind";
  }
  if (Object.keys(fields).length > 0) throw new AppError("invalid", { fields });
}

/** Control characters cannot be stored everywhere, and no bill needs them; a row that has them keeps a mark in their place. */
const storable = (text: string): string => text.slice(0, 500).replace(/[\p{Cc}\p{Cs}]/gu, "\ufffd");

function readRow(given: GivenRow, n: number, decimals: DecimalMark): RowToJudge {
  const due = given.due.trim();
  return {
    n,
    customer: storable(given.customer.normalize("NFKC").trim().toUpperCase()),
    amountMinor: readAmount(given.amount, decimals),
    text: storable(given.text.normalize("NFC").trim()),
    reference: storable(given.reference.trim()),
    wanted: due === "" ? null : readDay(due),
    dueGiven: due !== "",
    choice: null,
  };
}

async function insertRun(
  tx: Tx,
  ctx: Ctx,
  input: NewRun,
  run: { id: string; test: boolean; agreementId: string | null; fileHash: string },
): Promise<void> {
  const now = ctx.clock.now();
  await tx.insert(runs).values({
    ...run,
    creditorId: ctx.creditorId,
    name: input.name.trim(),
    state: "draft",
    version: 0,
    origin: ctx.actor.kind === "api" ? "api" : "desk",
    preparedKind: ctx.actor.kind,
    preparedById: ctx.actor.id,
    preparedByName: ctx.actor.name,
    workOf: [ctx.actor.id],
    checks: [],
    createdAt: now,
    updatedAt: now,
  });
  audit(tx, ctx, {
    action: "run.built",
    noun: "run",
    subjectId: run.id,
    after: { name: input.name.trim(), rows: input.rows.length, test: run.test, file: run.fileHash },
  });
}

async function insertItems(
  tx: Tx,
  ctx: Ctx,
  runId: string,
  given: readonly GivenRow[],
  read: readonly RowToJudge[],
  judged: readonly Judged[],
): Promise<void> {
  const now = ctx.clock.now();
  const rows = read.flatMap((row, index) => {
    const verdict = judged[index];
    const source = given[index];
    if (!verdict || !source) return [];
    return [
      {
        ...verdict,
        id: newId("rit", now),
        creditorId: ctx.creditorId,
        runId,
        n: row.n,
        given: {
          customer: storable(source.customer),
          amount: storable(source.amount),
          text: storable(source.text),
          reference: storable(source.reference),
          due: storable(source.due),
        },
        amountMinor: row.amountMinor,
        text: row.text,
        reference: row.reference,
        wanted: row.wanted,
        faults: 0,
      },
    ];
  });
  for (let from = 0; from < rows.length; from += CHUNK) {
    await tx.insert(runItems).values(rows.slice(from, from + CHUNK));
    await breathe();
  }
}
