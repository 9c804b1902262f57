/** Only so much of the beginning of a word is taken apart: the pieces of a long word would be too many. */
const HEAD = 7;
const SHORTEST = 3;

/** How many letters may be wrong: none in a short word, where every other word would be like it. */
export function slipsIn(word: string): 0 | 1 | 2 {
  if (word.length < 4) return 0;
  return word.length > 7 ? 2 : 1;
}

/**
 * A word's head, and what is left of it without one letter or two. Two words that differ by so little share a piece,
 * whatever was added, left out, exchanged or swapped; that they do differ by so little is looked at afterwards.
 */
export function piecesOf(word: string): string[] {
  if (word.length < SHORTEST || /\p{N}/u.test(word)) return [];
  const pieces = new Set([word.slice(0, HEAD)]);
  let last = [...pieces];
  for (let slip = 0; slip < slipsIn(word); slip += 1) {
    last = last.flatMap((one) => Array.from(one, (_, at) => one.slice(0, at) + one.slice(at + 1)));
    for (const one of last) if (one.length >= 2) pieces.add(one);
  }
  return [...pieces].sort();
}

/**
 * How many letters were added, left out, exchanged or swapped with their neighbour between what was typed and a word.
 * `begun`: what was typed may be only the beginning of the word. Infinity when it is more than `most`.
 */
export function slipsBetween(typed: string, word: string, most: number, begun = false): number {
  if (!begun && Math.abs(typed.length - word.length) > most) return Number.POSITIVE_INFINITY;
  const width = Math.min(word.length, typed.length + most);
  let before: number[] = [];
  let row = Array.from({ length: width + 1 }, (_, at) => at);
  for (let i = 1; i <= typed.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= width; j += 1) next.push(cell(typed, word, i, j, { next, row, before }));
    if (Math.min(...next) > most) return Number.POSITIVE_INFINITY;
    [before, row] = [row, next];
  }
  const slips = begun ? Math.min(...row) : (row[word.length] ?? Number.POSITIVE_INFINITY);
  return slips <= most ? slips : Number.POSITIVE_INFINITY;
}

interface Rows {
  next: readonly number[];
  row: readonly number[];
  before: readonly number[];
}

function cell(typed: string, word: string, i: number, j: number, { next, row, before }: Rows): number {
  const far = Number.POSITIVE_INFINITY;
  const other = typed[i - 1] === word[j - 1] ? 0 : 1;
  const least = Math.min((row[j] ?? far) + 1, (next[j - 1] ?? far) + 1, (row[j - 1] ?? far) + other);
  const swapped = i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1];
  return swapped ? Math.min(least, (before[j - 2] ?? far) + 1) : least;
}
