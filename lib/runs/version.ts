import { type Ctx, requirePermission } from "@/lib/context";
import { findRun } from "./door";
import { buckets, type Progress, progressOf } from "./progress";

/** A run's step and counts as one word, which changes whenever what its page shows has changed. */
export const versionWord = (run: { version: number }, { of }: Progress): string =>
  [run.version, ...buckets.map((bucket) => of[bucket])].join(".");

export async function runVersion(ctx: Ctx, runId: string): Promise<string> {
  requirePermission(ctx, "read");
  const run = await findRun(ctx.db.read, ctx.creditorId, runId);
  return versionWord(run, await progressOf(ctx.db.read, run.id));
}
