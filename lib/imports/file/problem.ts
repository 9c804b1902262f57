/** Why a file cannot be used; the dictionary has a sentence for each. */
export const fileProblems = [
  "file_empty",
  "file_too_large",
  "file_picture",
  "file_document",
  "file_old_workbook",
  "file_no_workbook",
  "file_damaged",
  "file_bomb",
  "file_macros",
  "file_merged",
  "file_shared_texts",
  "file_extension",
  "file_not_text",
  "file_encoding",
  "file_quotes",
  "file_no_rows",
  "file_too_many_rows",
  "file_too_many_columns",
  "file_head_twice",
  "file_fault",
] as const;
export type FileProblemCode = (typeof fileProblems)[number];

/** A file that cannot be read: it speaks to a person. */
export class FileProblem extends Error {
  readonly code: FileProblemCode;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(code: FileProblemCode, params: Record<string, string | number> = {}) {
    super(code);
    this.name = "FileProblem";
    this.code = code;
    this.params = params;
  }
}
