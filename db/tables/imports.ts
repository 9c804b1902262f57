import type { ImportMapping, ImportReading, RowCounts, RowProblem } from "@/lib/imports/shapes";
import type { FileKind, ImportState, ImportStop, RowMatch, RowState, Verdict } from "@/lib/imports/states";
import type { Kit } from "../dialect/postgres";

/** Files of mandates brought in together: the file itself while it is needed, and every row of it. */
export function importTables(k: Kit) {
  const imports = k.table(
    "imports",
    {
      id: k.text().primaryKey(),
      creditorId: k.text().notNull(),
      fileName: k.text().notNull(),
      fileKind: k.text().$type<FileKind>().notNull(),
      /** SHA-256 of the file as it came, to know it again. */
      fileHash: k.text().notNull(),
      fileBytes: k.big().notNull(),
      /** The import that had the same file before. */
      sameAs: k.text(),
      state: k.text().$type<ImportState>().notNull(),
      version: k.int().notNull(),
      /** Rises whenever all rows are read anew; rows of an earlier pass count for nothing. */
      pass: k.int().notNull(),
      /** How the file is read: as it was guessed, then as a person confirmed it. */
      reading: k.json<ImportReading>().notNull(),
      /** Names of the columns, and a hash of them that tells the shape of a file. */
      heads: k.json<string[]>().notNull(),
      shape: k.text().notNull(),
      agreementId: k.text(),
      test: k.bool().notNull(),
      mapping: k.json<ImportMapping>().notNull(),
      /** Why the file could not be read to its end. */
      problem: k.text(),
      problemParams: k.json<Record<string, string | number>>().notNull(),
      /** The last row that is stored, in the order of the file; who reads on starts behind it. */
      lastRow: k.int().notNull(),
      /** Kept with every change of a row: a million rows are never counted. */
      ...countColumns(k),
      preparedById: k.text().notNull(),
      preparedByName: k.text().notNull(),
      /** Everyone whose work it is: none of them may approve it. */
      workOf: k.json<string[]>().notNull(),
      /** Over exactly what would be made, while it is frozen or later. */
      contentHash: k.text(),
      approvedById: k.text(),
      approvedByName: k.text(),
      approvedHash: k.text(),
      /** Whose rights the worker makes the mandates with. */
      committedById: k.text(),
      committedByName: k.text(),
      stoppedByName: k.text(),
      stopReason: k.text().$type<ImportStop>(),
      /** Who reads the file now, and until when that is believed. */
      lease: k.text(),
      leaseUntil: k.instant(),
      /** Failures on our own side, one after the other; after five a person is told. */
      faults: k.int().notNull(),
      partsGone: k.bool().notNull(),
      cellsGone: k.bool().notNull(),
      checkedAt: k.instant(),
      approvedAt: k.instant(),
      committedAt: k.instant(),
      doneAt: k.instant(),
      createdAt: k.instant().notNull(),
      updatedAt: k.instant().notNull(),
    },
    (t) => [
      k.index("imports_newest").on(t.creditorId, t.createdAt, t.id),
      k.index("imports_state").on(t.state, t.id),
      k.index("imports_file").on(t.creditorId, t.fileHash),
      k.index("imports_parts").on(t.partsGone, t.state),
      k.index("imports_cells").on(t.cellsGone, t.doneAt),
    ],
  );

  /** A file in pieces of one size, sealed: numbers of people and accounts are in it. Gone when its import has ended. */
  const importParts = k.table(
    "import_parts",
    {
      importId: k.text().notNull(),
      n: k.int().notNull(),
      sealed: k.text().notNull(),
    },
    (t) => [k.primaryKey({ name: "import_parts_pk", columns: [t.importId, t.n] })],
  );

  const importRows = k.table(
    "import_rows",
    {
      id: k.text().primaryKey(),
      creditorId: k.text().notNull(),
      importId: k.text().notNull(),
      pass: k.int().notNull(),
      /** The row's number among the rows, from 1, and the line of the file that it begins on. */
      n: k.int().notNull(),
      line: k.int().notNull(),
      state: k.text().$type<RowState>().notNull(),
      verdict: k.text().$type<Verdict>().notNull(),
      match: k.text().$type<RowMatch>().notNull(),
      problems: k.json<RowProblem[]>().notNull(),
      /** A person's word that goes before the verdict. */
      choice: k.text().$type<"in" | "out">(),
      customer: k.text().notNull(),
      name: k.text().notNull(),
      /** A keyed fingerprint of who it is, where the row says so: to find the same person under another number. */
      person: k.text(),
      /** The account as it may be seen. */
      masked: k.text().notNull(),
      /** The cells as they were given or mended; gone once the row's mandate is made. */
      sealed: k.text(),
      /** A keyed fingerprint of what would be made of it. */
      content: k.text().notNull(),
      debtorId: k.text(),
      mandateId: k.text(),
      /** The first day and window it could be collected in. */
      usableFrom: k.day(),
      window: k.text().notNull(),
      faults: k.int().notNull(),
    },
    (t) => [
      k.uniqueIndex("import_rows_n").on(t.importId, t.pass, t.n),
      k.index("import_rows_state").on(t.importId, t.pass, t.state, t.n, t.id),
      k.index("import_rows_verdict").on(t.importId, t.pass, t.verdict, t.n, t.id),
      k.index("import_rows_customer").on(t.importId, t.pass, t.customer),
      k.index("import_rows_person").on(t.importId, t.pass, t.person),
      k.uniqueIndex("import_rows_mandate").on(t.mandateId),
    ],
  );

  /** What a person said of a file's columns, for the next file with the same ones. */
  const importShapes = k.table(
    "import_shapes",
    {
      creditorId: k.text().notNull(),
      shape: k.text().notNull(),
      agreementId: k.text().notNull(),
      mapping: k.json<ImportMapping>().notNull(),
      updatedAt: k.instant().notNull(),
    },
    (t) => [k.primaryKey({ name: "import_shapes_pk", columns: [t.creditorId, t.shape] })],
  );

  return { imports, importParts, importRows, importShapes };
}

/** Every row is in one of them, so together they are all rows. */
const countColumns = (k: Kit) =>
  ({
    ok: k.int().notNull(),
    warning: k.int().notNull(),
    bad: k.int().notNull(),
    dropped: k.int().notNull(),
    made: k.int().notNull(),
    refused: k.int().notNull(),
  }) satisfies Record<keyof RowCounts, unknown>;
