import { inTransaction } from "@/db/transaction";
import { type Ctx, requirePermission } from "@/lib/context";
import { AppError } from "@/lib/kernel/errors";
import { contentHash } from "./content";
import { findImport, moveImport, requireMove, workOf } from "./door";

/** Closes an import's content, so that somebody else can approve exactly this. Answers the content's hash. */
export async function freezeImport(ctx: Ctx, importId: string): Promise<string> {
  requirePermission(ctx, "imports.prepare");
  const of = await findImport(ctx.db.read, ctx.creditorId, importId);
  requireMove(of, "freeze");
  const hash = await contentHash(ctx.db.read, of);
  if (hash === null) throw new AppError("nothing_to_make");
  await inTransaction(ctx.db, (tx) =>
    moveImport(
      tx,
      ctx,
      of,
      "freeze",
      { contentHash: hash, workOf: workOf(of, ctx) },
      { after: { content: hash } },
    ),
  );
  return hash;
}
