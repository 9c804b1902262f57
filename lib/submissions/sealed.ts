import type { Ctx } from "@/lib/context";
import type { Intent, Prepared } from "@/lib/providers/contract";

const place = (creditorId: string, table: string, rowId: string, field: string) => ({
  creditorId,
  table,
  rowId,
  field,
});

/** Intents and prepared bytes may hold a CPR or an account: they are stored sealed. */
export const sealIntent = (ctx: Ctx, submissionId: string, intent: Intent): string =>
  ctx.vault.seal(place(ctx.creditorId, "submissions", submissionId, "intent"), JSON.stringify(intent));

export const openIntent = (ctx: Ctx, submission: { id: string; intentSealed: string }): Intent =>
  JSON.parse(
    ctx.vault.open(place(ctx.creditorId, "submissions", submission.id, "intent"), submission.intentSealed),
  );

export const sealPrepared = (ctx: Ctx, attemptId: string, prepared: Prepared): string =>
  ctx.vault.seal(place(ctx.creditorId, "attempts", attemptId, "prepared"), JSON.stringify(prepared));

export const openPrepared = (ctx: Ctx, attempt: { id: string; preparedSealed: string }): Prepared =>
  JSON.parse(
    ctx.vault.open(place(ctx.creditorId, "attempts", attempt.id, "prepared"), attempt.preparedSealed),
  );
