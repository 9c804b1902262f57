/** How far an import is. */
export const importStates = [
  "uploading",
  "uploaded",
  "read",
  "checking",
  "checked",
  "frozen",
  "approved",
  "committing",
  "stopped",
  "done",
  "discarded",
] as const;
export type ImportState = (typeof importStates)[number];

/** Every edge an import may take. `by`: a person presses, or the worker finds that it is so. */
export const importMoves = {
  receive: { from: ["uploading"], to: "uploaded", by: "person" },
  /** How the file is read was confirmed. */
  read: { from: ["uploaded", "read", "checked"], to: "read", by: "person" },
  reread: { from: ["read", "checked"], to: "uploaded", by: "person" },
  check: { from: ["read"], to: "checking", by: "person" },
  stop_check: { from: ["checking"], to: "read", by: "person" },
  /** The file turned out not to be readable to its end. */
  unreadable: { from: ["checking"], to: "uploaded", by: "worker" },
  checked: { from: ["checking"], to: "checked", by: "worker" },
  /** Any change of what would be made; approvals are void. */
  change: { from: ["checked", "frozen", "approved"], to: "checked", by: "person" },
  freeze: { from: ["checked"], to: "frozen", by: "person" },
  approve: { from: ["frozen"], to: "approved", by: "person" },
  commit: { from: ["checked", "approved"], to: "committing", by: "person" },
  stop: { from: ["committing"], to: "stopped", by: "person" },
  resume: { from: ["stopped"], to: "committing", by: "person" },
  /** What is left is left out. */
  end: { from: ["stopped"], to: "done", by: "person" },
  /** Nothing can go on without a person. */
  rest: { from: ["committing"], to: "stopped", by: "worker" },
  finish: { from: ["committing"], to: "done", by: "worker" },
  discard: { from: ["uploaded", "read", "checked", "frozen", "approved"], to: "discarded", by: "person" },
} as const satisfies Record<
  string,
  { from: readonly ImportState[]; to: ImportState; by: "person" | "worker" }
>;
export type ImportMove = keyof typeof importMoves;

export const mayMove = (move: ImportMove, state: ImportState): boolean =>
  (importMoves[move].from as readonly ImportState[]).includes(state);

export type FileKind = "text" | "workbook";

/** Why making mandates stands still. */
export type ImportStop = "person" | "rights" | "agreement" | "fault";

/** `ready` waits to be made; `bad` can be mended; `dropped` by a person; `refused` when its turn came. */
export const rowStates = ["ready", "bad", "dropped", "made", "refused"] as const;
export type RowState = (typeof rowStates)[number];

export const verdicts = ["ok", "warning", "error"] as const;
export type Verdict = (typeof verdicts)[number];

/** Whether the debtor is known here: by customer number, or perhaps by something else. */
export type RowMatch = "new" | "existing" | "ambiguous" | "none";

/** What is to be known of a row beside its fields; the dictionary has a sentence for each. */
export const rowReasons = [
  "same_file",
  "mandate_here",
  "identity_differs",
  "person_elsewhere",
  "person_in_file",
  "formula_empty",
  "precision",
  "error_cell",
  "cell_too_long",
  "too_many_cells",
  "excel_damage",
  "fault",
  "changed",
  // Let in, with something to be known.
  "mandate_elsewhere",
  "name_differs",
  "account_elsewhere",
  "formula",
] as const;
export type RowReason = (typeof rowReasons)[number];

/** What a person may let in all the same. */
export const mayLetIn = (codes: readonly unknown[]): boolean =>
  codes.length > 0 && codes.every((code) => code === "person_elsewhere" || code === "person_in_file");
