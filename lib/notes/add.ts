import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { debtors, mandates, notes, payments } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { once, type RequestKey } from "@/lib/access/once";
import { audit } from "@/lib/audit/entry";
import { type Ctx, requirePermission } from "@/lib/context";
import { AppError, notFound } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";

export const noteNouns = ["debtor", "mandate", "payment"] as const;
export type NoteNoun = (typeof noteNouns)[number];

/** As many characters as a reader counts, or near: an emoji is one. */
const LONGEST = 10_000;

const tables = { debtor: debtors, mandate: mandates, payment: payments } as const;

/** Writes down what a colleague should know of a record. Answers the note's id. */
export async function addNote(
  ctx: Ctx,
  input: { noun: NoteNoun; subjectId: string; body: string },
  request?: RequestKey,
): Promise<string> {
  requirePermission(ctx, "notes.write");
  const body = readBody(input.body);
  return inTransaction(ctx.db, (tx) => once(tx, ctx, request, () => insertNote(tx, ctx, { ...input, body })));
}

/** What was typed, without what no database keeps; its markup, its lines and its direction stay as they are. */
function readBody(given: string): string {
  const body = given
    .replace(/\p{Surrogate}/gu, "\uFFFD")
    .replaceAll("\r\n", "\n")
    .replaceAll("\r", "\n")
    .trim();
  const problem = !body
    ? "required"
    : [...body].length > LONGEST
      ? "too_long"
      : /[^\P{Cc}\n\t]/u.test(body)
        ? "control_characters"
        : null;
  if (problem) throw new AppError("invalid", { fields: { body: problem } });
  return body;
}

async function insertNote(
  tx: Tx,
  ctx: Ctx,
  { noun, subjectId, body }: { noun: NoteNoun; subjectId: string; body: string },
): Promise<string> {
  const table = tables[noun];
  const [record] = await tx
    .select({ id: table.id })
    .from(table)
    .where(and(eq(table.id, subjectId), eq(table.creditorId, ctx.creditorId)));
  if (!record) throw notFound();
  const at = ctx.clock.now();
  const id = newId("not", at);
  const { kind: authorKind, id: authorId, name: authorName } = ctx.actor;
  await tx
    .insert(notes)
    .values({ id, creditorId: ctx.creditorId, noun, subjectId, body, authorKind, authorId, authorName, at });
  // Its words are not in the audit, which is never shortened: a note may have to go.
  audit(tx, ctx, { action: "note.added", noun, subjectId, after: { note: id } });
  return id;
}
