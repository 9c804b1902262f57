import type { Kit } from "../dialect/postgres";

/** What of a debtor is found by how it begins. */
export type TermKind = "name" | "email" | "phone";

/** What finding needs beside the rows themselves; all of it can be made again from them. */
export function searchTables(k: Kit) {
  const debtorTerms = k.table(
    "debtor_terms",
    {
      creditorId: k.text().notNull(),
      kind: k.text().$type<TermKind>().notNull(),
      term: k.code().notNull(),
      debtorId: k.text().notNull(),
    },
    (t) => [k.primaryKey({ name: "debtor_terms_pk", columns: [t.creditorId, t.kind, t.term, t.debtorId] })],
  );

  /** Every word of a name under itself with a letter or two left out: two spellings of one word meet at a piece. */
  const wordPieces = k.table(
    "word_pieces",
    {
      creditorId: k.text().notNull(),
      piece: k.code().notNull(),
      word: k.code().notNull(),
    },
    (t) => [k.primaryKey({ name: "word_pieces_pk", columns: [t.creditorId, t.piece, t.word] })],
  );

  return { debtorTerms, wordPieces };
}
