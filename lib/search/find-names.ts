import { and, asc, eq, inArray } from "drizzle-orm";
import { debtors, debtorTerms, wordPieces } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { type DebtorRow, debtorColumns } from "@/lib/debtors/columns";
import { unindexed } from "@/lib/lists/keyset";
import { tellingWords, wordsOf } from "./name-words";
import { beginsWith } from "./prefix";
import { piecesOf, slipsBetween, slipsIn } from "./spelling";

/** A debtor whose name fits, and how well: fewer slips are better, then whole words. */
export interface NameHit {
  debtor: DebtorRow;
  slips: number;
  /** Every word was typed to its end. */
  whole: boolean;
  /** Words of the name that nobody typed. */
  more: number;
}

/** A debtor has several terms, so that so many are read for half as many debtors. */
const TERMS = 60;
/** Other spellings of one word that are tried, and pairs of them. */
const SPELLINGS = 5;
const PAIRS = 8;
const PIECES = 400;

/**
 * Debtors by their names: the words in any order, the last one perhaps not yet finished. Only where nobody is called
 * so, the words are taken for slips of others that are in use.
 */
export async function findNames(ctx: Ctx, words: readonly string[], most: number): Promise<NameHit[]> {
  const phrases = phrasesOf(words);
  const exact = await debtorsUnder(ctx, phrases, most);
  const hits = fitting(exact, words, 0);
  if (hits.length > 0) return hits.slice(0, most);
  const others = await nearPhrases(ctx, words);
  if (others.length === 0) return [];
  return fitting(await debtorsUnder(ctx, others, most), words, 2).slice(0, most);
}

/** Under what names with these words stand: as typed, and by the two words that tell most. */
function phrasesOf(words: readonly string[]): string[] {
  const [first, second] = twoOf(words);
  const pair = second === undefined ? first : `${first} ${second}`;
  return [...new Set([words.join(" "), pair ?? ""])].filter((one) => one !== "");
}

/** The last may be unfinished, so that it can only come second; of the others the longest tells most. */
function twoOf(words: readonly string[]): string[] {
  const telling = tellingWords(words);
  if (telling.length < 3) return telling;
  const [longest = "", next = ""] = [...telling.slice(0, -1)].sort((a, b) => b.length - a.length);
  const last = telling.at(-1) ?? "";
  return last.length > next.length ? [longest, last] : [longest, next];
}

async function debtorsUnder(ctx: Ctx, phrases: readonly string[], most: number): Promise<DebtorRow[]> {
  const limit = phrases.length > 2 ? Math.max(most, 10) : Math.max(TERMS, most * 2);
  const found = await Promise.all(phrases.map((phrase) => idsUnder(ctx, phrase, limit)));
  const ids = [...new Set(found.flat())].slice(0, Math.max(TERMS, most));
  if (ids.length === 0) return [];
  return ctx.db.read
    .select(debtorColumns)
    .from(debtors)
    .where(and(inArray(debtors.id, ids), unindexed(debtors.creditorId, ctx.creditorId)));
}

async function idsUnder({ db, creditorId }: Ctx, phrase: string, limit: number): Promise<string[]> {
  const rows = await db.read
    .select({ id: debtorTerms.debtorId })
    .from(debtorTerms)
    .where(
      and(
        eq(debtorTerms.creditorId, creditorId),
        eq(debtorTerms.kind, "name"),
        beginsWith(debtorTerms.term, phrase),
      ),
    )
    .orderBy(asc(debtorTerms.term), asc(debtorTerms.debtorId))
    .limit(limit);
  return rows.map((row) => row.id);
}

/** Those whose names have a word for every telling word typed: the nearest, the shortest, and then by name. */
function fitting(rows: readonly DebtorRow[], words: readonly string[], most: 0 | 1 | 2): NameHit[] {
  const typed = tellingWords(words);
  const hits = rows.flatMap((debtor) => {
    const name = wordsOf(debtor.name);
    const fit = fitOf(name, typed, most);
    return fit ? [{ debtor, ...fit, more: tellingWords(name).length - typed.length }] : [];
  });
  return hits.sort(
    (a, b) =>
      a.slips - b.slips ||
      Number(b.whole) - Number(a.whole) ||
      a.more - b.more ||
      (a.debtor.search < b.debtor.search ? -1 : 1),
  );
}

/** Each word of the name answers one word typed, the nearest first. */
function fitOf(name: readonly string[], typed: readonly string[], most: 0 | 1 | 2) {
  const left = [...name];
  let slips = 0;
  let whole = true;
  for (const [at, word] of typed.entries()) {
    const allowed = Math.min(most, slipsIn(word));
    const begun = at === typed.length - 1 || most === 0;
    let nearest: { one: string; slips: number; whole: boolean } | undefined;
    for (const one of left) {
      const fit = near(word, one, allowed, begun);
      const better = !nearest || fit.slips < nearest.slips || (fit.slips === nearest.slips && !nearest.whole);
      if (fit.slips <= allowed && better) nearest = { one, ...fit };
    }
    if (!nearest) return null;
    slips += nearest.slips;
    whole &&= nearest.whole;
    left.splice(left.indexOf(nearest.one), 1);
  }
  return { slips, whole };
}

/** How far a word is from what was typed, and whether it was typed to its end. Nearly all words need no counting. */
function near(
  typed: string,
  word: string,
  allowed: number,
  begun: boolean,
): { slips: number; whole: boolean } {
  if (typed === word) return { slips: 0, whole: true };
  if (begun && word.startsWith(typed)) return { slips: 0, whole: false };
  if (allowed === 0) return { slips: Number.POSITIVE_INFINITY, whole: false };
  const full = slipsBetween(typed, word, allowed);
  const part = begun ? slipsBetween(typed, word, allowed, true) : full;
  return { slips: Math.min(full, part), whole: full <= part };
}

/** Other spellings of what was typed, put together again: the likeliest pairs of words that are in use. */
async function nearPhrases(ctx: Ctx, words: readonly string[]): Promise<string[]> {
  const typed = twoOf(words);
  const last = words.at(-1);
  const spellings = await Promise.all(typed.map((word) => spellingsOf(ctx, word, word === last)));
  const [first = [], second] = spellings;
  const joined = second
    ? first.flatMap((one) =>
        second.map((other) => ({ text: `${one.word} ${other.word}`, slips: one.slips + other.slips })),
      )
    : first.map(({ word, slips }) => ({ text: word, slips }));
  return joined
    .filter(({ slips }) => slips > 0)
    .sort((a, b) => a.slips - b.slips)
    .slice(0, PAIRS)
    .map(({ text }) => text);
}

interface Spelling {
  word: string;
  slips: number;
}

/** Words in use that are like what was typed, itself among them, the nearest first. */
async function spellingsOf({ db, creditorId }: Ctx, typed: string, begun: boolean): Promise<Spelling[]> {
  const most = slipsIn(typed);
  const pieces = piecesOf(typed);
  const itself = { word: typed, slips: 0 };
  if (most === 0 || pieces.length === 0) return [itself];
  const rows = await db.read
    .selectDistinct({ word: wordPieces.word })
    .from(wordPieces)
    .where(and(eq(wordPieces.creditorId, creditorId), inArray(wordPieces.piece, pieces)))
    .limit(PIECES);
  const others = rows.flatMap(({ word }) => {
    const { slips } = near(typed, word, most, begun);
    return slips === 0 || slips > most ? [] : [{ word, slips, length: Math.abs(word.length - typed.length) }];
  });
  others.sort((a, b) => a.slips - b.slips || a.length - b.length || (a.word < b.word ? -1 : 1));
  return [itself, ...others.slice(0, SPELLINGS)];
}
