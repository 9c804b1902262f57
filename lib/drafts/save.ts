import { and, count, eq, isNull, lt } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { debtors, drafts } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit/entry";
import { type Ctx, requirePermission } from "@/lib/context";
import { AppError, notFound } from "@/lib/kernel/errors";
import { draftIdShape, draftPlace, ownDraft } from "./own";

/** More than these nobody comes back to; each may hold a CPR. */
export const MOST_DRAFTS = 8;
/** Room for a form into which somebody pasted a letter. */
const LONGEST = 60_000;

export interface DraftToSave {
  /** Made with the page: the first save and a late one after the submit name the same draft. */
  id: string;
  /** The version the page holds; 0 before its first save. */
  version: number;
  agreementId: string | null;
  debtorId: string | null;
  fromId: string | null;
  changeOf: string | null;
  values: Record<string, string>;
}

export type DraftSaved =
  | { kind: "saved"; version: number; at: Date }
  /** Another page has saved it since; nothing was overwritten. */
  | { kind: "conflict"; at: Date }
  /** Submitted or discarded meanwhile. */
  | { kind: "gone" };

/** Keeps what was typed so far, sealed, for the person who typed it. Nobody is told, nothing is sent. */
export async function saveDraft(ctx: Ctx, input: DraftToSave): Promise<DraftSaved> {
  requirePermission(ctx, "mandates.write");
  const text = JSON.stringify(input.values);
  if (text.length > LONGEST) throw new AppError("too_large");
  if (!draftIdShape.test(input.id)) throw new AppError("invalid");
  return inTransaction(ctx.db, async (tx) => {
    const now = ctx.clock.now();
    const kept = {
      agreementId: input.agreementId,
      debtorId: input.debtorId,
      debtorName: await nameOf(tx, ctx, input.debtorId),
      fromId: input.fromId,
      changeOf: input.changeOf,
      sealed: ctx.vault.seal(draftPlace(ctx, input.id), text),
      updatedAt: now,
    };
    if (input.version === 0) {
      const begun = await begin(tx, ctx, input.id, kept);
      if (begun) return { kind: "saved", version: 1, at: now } as const;
    }
    const [changed] = await tx
      .update(drafts)
      .set({ ...kept, version: input.version + 1 })
      .where(and(ownDraft(ctx, input.id), eq(drafts.version, input.version), isNull(drafts.doneAt)))
      .returning();
    if (changed) return { kind: "saved", version: changed.version, at: now } as const;
    const [other] = await tx.select().from(drafts).where(ownDraft(ctx, input.id));
    if (!other) throw notFound();
    return other.doneAt ? ({ kind: "gone" } as const) : ({ kind: "conflict", at: other.updatedAt } as const);
  });
}

async function nameOf(tx: Tx, ctx: Ctx, debtorId: string | null): Promise<string> {
  if (!debtorId) return "";
  const [debtor] = await tx
    .select({ name: debtors.name })
    .from(debtors)
    .where(and(eq(debtors.id, debtorId), eq(debtors.creditorId, ctx.creditorId)));
  if (!debtor) throw notFound();
  return debtor.name;
}

type Kept = Omit<typeof drafts.$inferInsert, "id" | "creditorId" | "userId" | "version" | "createdAt">;

/** False when there is one of this id already. */
async function begin(tx: Tx, ctx: Ctx, id: string, kept: Kept): Promise<boolean> {
  const now = ctx.clock.now();
  const [fresh] = await tx
    .insert(drafts)
    .values({ ...kept, id, creditorId: ctx.creditorId, userId: ctx.actor.id, version: 1, createdAt: now })
    .onConflictDoNothing()
    .returning();
  if (!fresh) return false;
  const mine = and(
    eq(drafts.creditorId, ctx.creditorId),
    eq(drafts.userId, ctx.actor.id),
    isNull(drafts.doneAt),
  );
  const [open] = await tx.select({ count: count() }).from(drafts).where(mine);
  if ((open?.count ?? 0) > MOST_DRAFTS)
    throw new AppError("too_many_drafts", { params: { most: MOST_DRAFTS } });
  // Once per draft: a line for every pause in somebody's typing would bury the rest.
  audit(tx, ctx, { action: "draft.begun", noun: "draft", subjectId: id });
  return true;
}

const KEPT_DAYS = 30;

/** What nobody came back to for a month is forgotten, and so are the rows of those that were submitted. */
export async function forgetOldDrafts(ctx: Ctx): Promise<void> {
  const before = new Date(ctx.clock.now().getTime() - KEPT_DAYS * 86_400_000);
  await inTransaction(ctx.db, async (tx) => {
    await tx.delete(drafts).where(lt(drafts.updatedAt, before));
  });
}
