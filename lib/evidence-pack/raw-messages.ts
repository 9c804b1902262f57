import { createHash } from "node:crypto";
import { and, asc, eq, inArray, or } from "drizzle-orm";
import { messages } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import type { PackFacts } from "./facts";
import type { PackFile } from "./zip";

type Message = typeof messages.$inferSelect;

const AT_ONCE = 20;

/** The stored messages in and out, one file each, in the order in which they were exchanged. */
export async function* messageFiles(ctx: Ctx, facts: PackFacts): AsyncGenerator<PackFile> {
  const own = new Set(facts.ids.flatMap((id) => facts.history(id).submissions.map((one) => one.id)));
  const ids = await messageIds(ctx, facts, [...own]);
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const batch = ids.slice(from, from + AT_ONCE);
    const rows = await ctx.db.read
      .select()
      .from(messages)
      .where(and(inArray(messages.id, batch), eq(messages.creditorId, ctx.creditorId)));
    const byId = new Map(rows.map((row) => [row.id, row]));
    for (const [index, id] of batch.entries()) {
      const row = byId.get(id);
      if (row) yield fileOf(row, from + index + 1, isOwn(row, facts, own));
    }
  }
}

/** It is about this mandate and its payments alone, and nobody else stands in it. */
const isOwn = (row: Message, facts: PackFacts, own: ReadonlySet<string>): boolean =>
  (row.subjectId !== null && facts.ids.includes(row.subjectId)) ||
  (row.submissionId !== null && own.has(row.submissionId));

async function messageIds(ctx: Ctx, facts: PackFacts, submissionIds: string[]): Promise<string[]> {
  const named = facts.ids.flatMap((id) => {
    const { moves, submissions } = facts.history(id);
    return [
      ...moves.map((one) => one.messageId),
      ...submissions.flatMap((one) => one.attempts.map((a) => a.messageId)),
    ];
  });
  const which = or(
    inArray(messages.subjectId, facts.ids),
    submissionIds.length > 0 ? inArray(messages.submissionId, submissionIds) : undefined,
    named.length > 0
      ? inArray(
          messages.id,
          named.filter((id) => id !== null),
        )
      : undefined,
  );
  const rows = await ctx.db.read
    .select({ id: messages.id })
    .from(messages)
    .where(and(eq(messages.creditorId, ctx.creditorId), which))
    .orderBy(asc(messages.at), asc(messages.id));
  return rows.map((row) => row.id);
}

/** A list that named others too is not handed out: its hash stands for it, and the desk keeps the message. */
function fileOf(row: Message, n: number, whole: boolean): PackFile {
  const { id, direction, title, method, url, at, ms, result, status, detail, authenticity, repeats } = row;
  const about = { id, direction, title, method, at, ms, result, status, detail, authenticity, repeats };
  const content = whole
    ? {
        ...about,
        url,
        request: { headers: row.requestHeaders, body: row.requestBody },
        answer: { headers: row.answerHeaders, body: row.answerBody },
      }
    : {
        ...about,
        withheld:
          "Names other people too. Kept at the desk under this id; the hashes are of its bodies as stored.",
        sha256: { request: hashOf(row.requestBody), answer: hashOf(row.answerBody ?? "") },
      };
  return { path: `messages/${String(n).padStart(4, "0")}-${direction}-${id}.json`, text: json(content) };
}

const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");

export const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
