import { and, desc, eq, lt, ne } from "drizzle-orm";
import { connections, runs } from "@/db/schema";
import { providerOf } from "@/lib/connections/open-line";
import type { Ctx } from "@/lib/context";
import { RULES } from "@/lib/deadlines/rules";
import { breathe } from "@/lib/kernel/breathe";
import { deadlineFacts } from "@/lib/settings/deadlines";
import { factsFor } from "./facts";
import { type Around, type Judged, judge } from "./judge";
import type { RowToJudge } from "./row-to-judge";

const CHUNK = 200;

/** Judges every row by what is known now. */
export async function planRows(
  ctx: Ctx,
  run: { id: string; test: boolean; agreementId: string | null; fileHash: string },
  rows: readonly RowToJudge[],
): Promise<Judged[]> {
  const around: Around = {
    ctx,
    run,
    facts: await factsFor(ctx, run.id, rows),
    deadlines: await deadlinesOf(ctx),
    sameFile: await sameFile(ctx, run),
    offers: await offersOf(ctx),
  };
  const judgeRow = judge(around);
  const judged: Judged[] = [];
  for (const row of rows) {
    judged.push(judgeRow(row));
    if (judged.length % CHUNK === 0) await breathe();
  }
  return judged;
}

async function deadlinesOf(ctx: Ctx): Promise<Around["deadlines"]> {
  const facts = await Promise.all(
    Object.values(RULES).map(
      async ({ id }) => [id, await deadlineFacts(ctx.db.read, ctx.creditorId, id)] as const,
    ),
  );
  return new Map(facts);
}

async function offersOf(ctx: Ctx): Promise<Around["offers"]> {
  const own = await ctx.db.read.select().from(connections).where(eq(connections.creditorId, ctx.creditorId));
  const offering = new Set(
    own
      .filter((one) => ctx.providers[one.provider])
      .filter((one) => providerOf(ctx, one).capabilities(one.environment, one.settings).createPayment)
      .map((one) => one.id),
  );
  return (connectionId) => offering.has(connectionId);
}

/** The name of an earlier run that this file was brought in by; one that was discarded does not count. */
async function sameFile(ctx: Ctx, run: { id: string; fileHash: string }): Promise<string | null> {
  const [other] = await ctx.db.read
    .select({ name: runs.name })
    .from(runs)
    .where(
      and(
        eq(runs.creditorId, ctx.creditorId),
        eq(runs.fileHash, run.fileHash),
        lt(runs.id, run.id),
        ne(runs.state, "discarded"),
      ),
    )
    .orderBy(desc(runs.createdAt))
    .limit(1);
  return other?.name ?? null;
}
