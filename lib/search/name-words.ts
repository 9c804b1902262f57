import { fold } from "@/lib/kernel/fold";

/** Words that stand between names, or say what kind of company it is: nobody is found by them alone. */
const small = new Set(
  "af aps amba as av bv cv da das de dem den der des di do dos du een el en et het i in is ivs la le lo nv of og op os s smba te ten ter the und van vande vanden vander vd vof von voor zu".split(
    " ",
  ),
);

const LONGEST_WORD = 40;
const MOST_WORDS = 10;
/** Of a longer name the first three and the last word are paired. */
const PAIRED = 4;

/** The words of a name as they are found: folded, `A/S` and `O'Neill` in one piece, `Anne-Mette` in two. */
export function wordsOf(text: string): string[] {
  return fold(text)
    .replace(/['’`´./]/g, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .slice(0, MOST_WORDS)
    .map((word) => word.slice(0, LONGEST_WORD));
}

/** The words that tell one name from another; all of them where there are only small ones. */
export function tellingWords(words: readonly string[]): string[] {
  const telling = words.filter((word) => !small.has(word));
  return telling.length > 0 ? telling : [...words];
}

/**
 * Under what a name is kept, so that any two of its words find it in either order by one range of an index: the name
 * as written, a surname from its `van der` on, and every ordered pair of telling words. What another begins with is
 * left out, because whoever looks for it finds the longer one.
 */
export function nameTerms(name: string): string[] {
  const words = wordsOf(name);
  if (words.length === 0) return [];
  const terms = [words.join(" "), ...fromSmallWords(words), ...pairsOf(tellingWords(words))];
  return [
    ...new Set(terms.filter((term) => !terms.some((one) => one !== term && one.startsWith(term)))),
  ].sort();
}

/** `Jan van der Berg` is also looked for as `van der Berg`. */
function fromSmallWords(words: readonly string[]): string[] {
  return words.flatMap((word, at) => {
    const begins = at > 0 && small.has(word) && !small.has(words[at - 1] ?? "");
    return begins ? [[...words.slice(at), ...words.slice(0, at)].join(" ")] : [];
  });
}

function pairsOf(telling: readonly string[]): string[] {
  const [only] = telling;
  if (telling.length === 1 && only !== undefined) return [only];
  const last = telling.at(-1) ?? "";
  const paired = telling.length > PAIRED ? [...telling.slice(0, PAIRED - 1), last] : telling;
  return paired.flatMap((one, at) => paired.flatMap((other, to) => (at === to ? [] : [`${one} ${other}`])));
}
