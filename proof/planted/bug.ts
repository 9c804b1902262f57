/** One small change of text; `find` stands exactly once in the file. */
export interface Edit {
  file: string;
  find: string;
  replace: string;
}

/** A bug that somebody could write on a tired afternoon, with the promise that it breaks. */
export interface Bug {
  id: string;
  /** What docs/promises.md calls it. */
  breaks: string;
  /** What would go wrong in the field. */
  says: string;
  edits: readonly Edit[];
}

/** A bug in one place. */
export const bug = (
  id: string,
  breaks: string,
  says: string,
  file: string,
  find: string,
  replace: string,
): Bug => ({ id, breaks, says, edits: [{ file, find, replace }] });
