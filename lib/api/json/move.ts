import { z } from "zod";
import type { MoveRow } from "@/lib/door/moves-of";
import { instant, iso, isoOrNull, named } from "./shapes";

export const moveShape = named(
  "Move",
  z.strictObject({
    version: z.int(),
    move: z.string(),
    from: z.string(),
    to: z.string(),
    actor: z.strictObject({ kind: z.enum(["person", "api", "worker", "provider"]), name: z.string() }),
    cause: z.string().describe("A person's reason; empty for evidence."),
    word: z.string().nullable().describe("The provider's word exactly as it came."),
    rule: z.string().nullable().describe("The rule that read it."),
    message_id: z.string().nullable().describe("The stored message in which it stood."),
    submission_id: z.string().nullable(),
    happened_at: instant.nullable().describe("By the provider's account."),
    at: instant,
  }),
  "One change of state with its cause.",
);

export const moveJson = (row: MoveRow): z.input<typeof moveShape> => ({
  version: row.version,
  move: row.move,
  from: row.from,
  to: row.to,
  actor: { kind: row.actorKind, name: row.actorName },
  cause: row.cause,
  word: row.word,
  rule: row.rule,
  message_id: row.messageId,
  submission_id: row.submissionId,
  happened_at: isoOrNull(row.happenedAt),
  at: iso(row.at),
});

/** What a record's state rests on: the messages of its moves, its newest proof, and what was exchanged about it. */
export function evidenceIds(
  evidenceId: string | null,
  moves: readonly MoveRow[],
  exchanged: readonly { id: string }[],
): string[] {
  const ids = [...moves.map((one) => one.messageId), evidenceId, ...exchanged.map((one) => one.id)];
  return [...new Set(ids.flatMap((one) => one || []))].sort();
}
