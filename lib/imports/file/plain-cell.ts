/** What a spreadsheet would take for a formula. */
const formulaLike = /^[=+\-@\t\r]/;

/** A cell for a file that a spreadsheet may open: what looks like a formula is text there, too. */
export const neutralCell = (text: string): string => (formulaLike.test(text) ? `'${text}` : text);

/** The same cell as it comes back: without the mark that it was given on its way out. */
export const plainCell = (text: string): string =>
  text.startsWith("'") && formulaLike.test(text.slice(1)) ? text.slice(1) : text;
