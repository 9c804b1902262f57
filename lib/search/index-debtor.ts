import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type debtors, debtorTerms, wordPieces } from "@/db/schema";
import { beforeCommit } from "@/db/transaction";
import { fold } from "@/lib/kernel/fold";
import { nameTerms, wordsOf } from "./name-words";
import { phoneTerm } from "./phone";
import { piecesOf } from "./spelling";

/** What a debtor is found by. */
export type Findable = Pick<typeof debtors.$inferSelect, "id" | "creditorId" | "name" | "email" | "phone">;

type Term = typeof debtorTerms.$inferInsert;

/** Written into new rows. Raised when the terms are made otherwise; a migration then sets every debtor back to 0. */
export const SEARCH_VERSION = 1;
const ROWS_AT_ONCE = 500;

/**
 * Makes debtors findable. Called in the transaction that adds them or changes how they are called; who forgets it has
 * them found a moment later, when the worker meets them. `before`: how they were called, where they change.
 */
export async function indexDebtors(
  tx: Tx,
  rows: readonly Findable[],
  before: readonly Findable[] = [],
): Promise<void> {
  const terms = rows.flatMap(termsOf);
  await forget(tx, before, new Set(terms.map(nameOfTerm)));
  for (let at = 0; at < terms.length; at += ROWS_AT_ONCE)
    await tx
      .insert(debtorTerms)
      .values(terms.slice(at, at + ROWS_AT_ONCE))
      .onConflictDoNothing();
  for (const row of rows) learnWords(tx, row);
}

/** The four digits that an account's mask leaves; fewer are none. */
export function lastFourOf(masked: string): string | null {
  return /(?<!\d)\d{4}$/.exec(masked)?.[0] ?? null;
}

/** Under what a debtor is kept. */
export function termsOf({ id, creditorId, name, email, phone }: Findable): Term[] {
  const of = (kind: Term["kind"], term: string): Term => ({ creditorId, kind, term, debtorId: id });
  const number = phone ? phoneTerm(phone) : "";
  return [
    ...nameTerms(name).map((term) => of("name", term)),
    ...(email ? [of("email", fold(email))] : []),
    ...(number ? [of("phone", number)] : []),
  ];
}

const nameOfTerm = ({ creditorId, kind, term, debtorId }: Term) =>
  [creditorId, kind, term, debtorId].join("\n");

async function forget(tx: Tx, before: readonly Findable[], kept: ReadonlySet<string>): Promise<void> {
  for (const one of before.flatMap(termsOf)) {
    if (kept.has(nameOfTerm(one))) continue;
    await tx
      .delete(debtorTerms)
      .where(
        and(
          eq(debtorTerms.creditorId, one.creditorId),
          eq(debtorTerms.kind, one.kind),
          eq(debtorTerms.term, one.term),
          eq(debtorTerms.debtorId, one.debtorId),
        ),
      );
  }
}

const waiting = new WeakMap<Tx, Map<string, Set<string>>>();

/** Words are everybody's rows: written at the end and in one order, so that two who learn the same do not deadlock. */
function learnWords(tx: Tx, { creditorId, name }: Findable): void {
  const learnt = waiting.get(tx) ?? new Map<string, Set<string>>();
  waiting.set(tx, learnt);
  const words = learnt.get(creditorId) ?? new Set<string>();
  learnt.set(creditorId, words);
  for (const word of wordsOf(name)) words.add(word);
  beforeCommit(tx, "words", 0, async () => {
    for (const [creditor, all] of [...learnt].sort(([a], [b]) => order(a, b)))
      await writeWords(tx, creditor, [...all]);
  });
}

async function writeWords(tx: Tx, creditorId: string, words: readonly string[]): Promise<void> {
  const pieces = (await unknownOf(tx, creditorId, words)).flatMap((word) =>
    piecesOf(word).map((piece) => ({ creditorId, piece, word })),
  );
  pieces.sort((a, b) => order(a.piece, b.piece) || order(a.word, b.word));
  for (let at = 0; at < pieces.length; at += ROWS_AT_ONCE)
    await tx
      .insert(wordPieces)
      .values(pieces.slice(at, at + ROWS_AT_ONCE))
      .onConflictDoNothing();
}

/** Nearly every name is made of words that others have too. */
async function unknownOf(tx: Tx, creditorId: string, words: readonly string[]): Promise<string[]> {
  const unknown: string[] = [];
  for (let at = 0; at < words.length; at += ROWS_AT_ONCE) {
    const part = words.slice(at, at + ROWS_AT_ONCE);
    const heads = [
      ...new Set(part.flatMap((word) => piecesOf(word).filter((piece) => word.startsWith(piece)))),
    ];
    const known = await tx
      .select({ word: wordPieces.word })
      .from(wordPieces)
      .where(
        and(
          eq(wordPieces.creditorId, creditorId),
          inArray(wordPieces.piece, heads),
          inArray(wordPieces.word, part),
        ),
      );
    const has = new Set(known.map((row) => row.word));
    unknown.push(...part.filter((word) => !has.has(word)));
  }
  return unknown;
}

const order = (a: string, b: string): number => {
  if (a === b) return 0;
  return a < b ? -1 : 1;
};
