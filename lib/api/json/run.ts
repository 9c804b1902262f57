import { z } from "zod";
import type { Ctx } from "@/lib/context";
import { currencies } from "@/lib/kernel/money";
import type { Run } from "@/lib/runs/door";
import { getRun } from "@/lib/runs/list";
import { planOf } from "@/lib/runs/plan";
import { buckets, holds, progressOf } from "@/lib/runs/progress";
import type { RunItem } from "@/lib/runs/replan";
import { checkCodes, itemReasons, planGroups, runStates, verdictOf } from "@/lib/runs/states";
import { day, instant, iso, isoOrNull, named, pageOf } from "./shapes";

const params = z.record(z.string(), z.union([z.string(), z.number()]));

const fields = {
  id: z.string(),
  name: z.string(),
  state: z.enum(runStates),
  test: z.boolean().describe("Test and live never mix in one run."),
  agreement_id: z.string().nullable(),
  prepared_by: z.string(),
  approved_by: z.string().nullable(),
  content_hash: z
    .string()
    .nullable()
    .describe("SHA-256 of exactly what will be sent; an approval is for it. Null while it can be changed."),
  approved_hash: z.string().nullable(),
  version: z.int(),
  created_at: instant,
  frozen_at: instant.nullable(),
  approved_at: instant.nullable(),
  sent_at: instant.nullable(),
  stopped_at: instant.nullable(),
  done_at: instant.nullable(),
};

export const runShape = named("Run", z.strictObject(fields));
export const runPage = pageOf("RunPage", runShape);
export const runDetail = named(
  "RunDetail",
  z.strictObject({
    ...fields,
    plan: z.array(
      z.strictObject({
        group: z.enum(planGroups),
        count: z.int(),
        sums: z.array(
          z.strictObject({ currency: z.enum(currencies), count: z.int(), amount_minor: z.int() }),
        ),
        reasons: z.array(z.strictObject({ reason: z.enum(itemReasons), count: z.int() })),
      }),
    ),
    progress: z
      .strictObject({
        total: z.int(),
        rows: z.record(z.enum(buckets), z.int()),
        held: z.record(z.enum(holds), z.int()),
      })
      .describe("Where its rows are; together they are all that is sent."),
    checks: z
      .array(
        z.strictObject({
          code: z.enum(checkCodes),
          connection_id: z.string(),
          ok: z.boolean(),
          says: z.string(),
          params,
        }),
      )
      .describe("What was looked at before it may send."),
    checked_at: instant.nullable(),
  }),
);

export const runItemPage = pageOf(
  "RunRowPage",
  named(
    "RunRow",
    z.strictObject({
      row: z.int(),
      verdict: z.enum(["ok", "warning", "excluded"]),
      state: z.enum(["planned", "excluded", "issued", "held", "refused"]),
      reason: z.enum(itemReasons).nullable(),
      reason_params: params,
      customer_number: z.string(),
      amount_minor: z.int().describe("0 where it could not be read."),
      currency: z.enum(currencies).nullable(),
      text: z.string(),
      reference: z.string(),
      wanted: day.nullable(),
      planned: day.nullable(),
      window: z.string().nullable(),
      slips: z.boolean(),
      payment_id: z.string().nullable(),
    }),
  ),
);

export const runJson = (run: Run): z.input<typeof runShape> => ({
  id: run.id,
  name: run.name,
  state: run.state,
  test: run.test,
  agreement_id: run.agreementId,
  prepared_by: run.preparedByName,
  approved_by: run.approvedByName,
  content_hash: run.contentHash,
  approved_hash: run.approvedHash,
  version: run.version,
  created_at: iso(run.createdAt),
  frozen_at: isoOrNull(run.frozenAt),
  approved_at: isoOrNull(run.approvedAt),
  sent_at: isoOrNull(run.sentAt),
  stopped_at: isoOrNull(run.stoppedAt),
  done_at: isoOrNull(run.doneAt),
});

/** A run with its plan, its checks and where its rows are. */
export async function runDetailJson(ctx: Ctx, id: string): Promise<z.input<typeof runDetail>> {
  const run = await getRun(ctx, id);
  const [plan, progress] = await Promise.all([planOf(ctx, run.id), progressOf(ctx.db.read, run.id)]);
  return {
    ...runJson(run),
    plan: plan.map(({ group, count, sums, reasons }) => ({
      group,
      count,
      // Rows without a mandate have no currency, and no sum.
      sums: sums.flatMap(({ currency, ...sum }) =>
        currency ? [{ currency, count: sum.count, amount_minor: sum.amountMinor }] : [],
      ),
      reasons,
    })),
    progress: { total: progress.total, rows: progress.of, held: progress.held },
    checks: run.checks.map(({ code, connectionId, ok, says, ...check }) => ({
      ...{ code, ok, says, params: check.params },
      connection_id: connectionId,
    })),
    checked_at: isoOrNull(run.checkedAt),
  };
}

export const runItemJson = (item: RunItem): z.input<typeof runItemPage>["data"][number] => ({
  row: item.n,
  verdict: verdictOf(item),
  state: item.state,
  reason: item.reason,
  reason_params: item.reasonParams,
  customer_number: item.given.customer,
  amount_minor: item.amountMinor,
  currency: item.currency,
  text: item.text,
  reference: item.reference,
  wanted: item.wanted,
  planned: item.planned,
  window: item.window || null,
  slips: item.slips,
  payment_id: item.paymentId,
});
