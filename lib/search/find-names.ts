import { and, asc, eq, inArray } from "drizzle-orm";
import { debtors, debtorTerms, wordPieces } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { type DebtorRow, debtorColumns } from "@/lib/debtors/columns";
import { unindexed } from "@/lib/lists/keyset";
import { tellingWords, wordsOf } from "./name-words";
import { beginsWith } from "./prefix";
import { piecesOf, slipsBetween, slipsIn } from "./spelling";
import { idsUnderPair } from "./walk-pairs";

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
/** So many of two words are looked at for a third one. */
const MANY = 300;
/** Other spellings of one word that are tried, and pairs of them. */
const SPELLINGS = 5;
const PAIRS = 8;
const PIECES = 400;

/** Whose names fit. `cut`: more stand under these words than were looked at, so that some may be missing. */
export interface Names {
  hits: NameHit[];
  cut: boolean;
}

/**
 * Debtors by their names: the words in any order, none of them perhaps finished yet. Only where nobody is called so, the
 * words are taken for slips of others that are in use.
 */
export async function findNames(ctx: Ctx, words: readonly string[], most: number): Promise<Names> {
  const width = Math.max(tellingWords(words).length > 2 ? MANY : TERMS, most);
  const [asWritten, { ids, cut }] = await Promise.all([
    idsUnder(ctx, words.join(" "), width * 2),
    idsByWords(ctx, words, width * 2),
  ]);
  const found = [...new Set([...asWritten, ...ids])];
  const more = cut || found.length > width;
  const hits = fitting(await debtorsOf(ctx, found.slice(0, width)), words, 0);
  if (hits.length > 0) return { hits: hits.slice(0, most), cut: more };
  const others = await nearPhrases(ctx, words);
  const near = await Promise.all(others.map((phrase) => idsUnder(ctx, phrase, Math.max(most, 10))));
  const alike = await debtorsOf(ctx, [...new Set(near.flat())].slice(0, width));
  return { hits: fitting(alike, words, 2).slice(0, most), cut: more };
}

/** By the words that tell most, in any order. Of three, by the two that the fewest are called. */
async function idsByWords(ctx: Ctx, words: readonly string[], limit: number) {
  const telling = tellingWords(words);
  const [first = "", second, third] = longest(telling);
  const whole = (found: string[]) => ({ ids: found, cut: found.length >= limit });
  if (second === undefined) {
    // A small word may be the beginning of somebody's name.
    const [one = "", other = ""] = longest(words);
    const both = words.length === 2 ? await idsUnderPair(ctx, [one, other], limit) : [];
    const { ids, cut } = whole(await idsUnder(ctx, first, limit));
    return { ids: [...both, ...ids], cut };
  }
  const pairs: [string, string][] = [[first, second]];
  if (third !== undefined) pairs.push([first, third], [second, third]);
  const found = await Promise.all(pairs.map((pair) => idsUnderPair(ctx, pair, limit)));
  return whole(found.reduce((fewest, one) => (one.length < fewest.length ? one : fewest)));
}

/** The longest tell most, and fewer words begin with them. */
const longest = (words: readonly string[]): string[] => [...words].sort((a, b) => b.length - a.length);

async function debtorsOf(ctx: Ctx, ids: string[]): Promise<DebtorRow[]> {
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
  const small = words.filter((word) => !typed.includes(word));
  const hits = rows.flatMap((debtor) => {
    const name = wordsOf(debtor.name);
    const fit = fitOf(name, typed, most);
    if (!fit) return [];
    const unsaid = small.filter((word) => !fit.left.some((one) => one.startsWith(word))).length;
    return [{ debtor, ...fit, unsaid, more: tellingWords(name).length - typed.length }];
  });
  return hits.sort(
    (a, b) =>
      a.slips - b.slips ||
      a.unsaid - b.unsaid ||
      Number(b.whole) - Number(a.whole) ||
      a.more - b.more ||
      (a.debtor.search < b.debtor.search ? -1 : 1),
  );
}

/**
 * Each word of the name answers one word typed, the nearest first. The longest chooses first: what begins with it begins
 * with the shorter one too, and not the other way round.
 */
function fitOf(name: readonly string[], typed: readonly string[], most: 0 | 1 | 2) {
  const left = [...name];
  let slips = 0;
  let whole = true;
  for (const word of [...typed].sort((a, b) => b.length - a.length)) {
    const allowed = Math.min(most, slipsIn(word));
    let nearest: { one: string; slips: number; whole: boolean } | undefined;
    for (const one of left) {
      const fit = near(word, one, allowed);
      const better = !nearest || fit.slips < nearest.slips || (fit.slips === nearest.slips && !nearest.whole);
      if (fit.slips <= allowed && better) nearest = { one, ...fit };
    }
    if (!nearest) return null;
    slips += nearest.slips;
    whole &&= nearest.whole;
    left.splice(left.indexOf(nearest.one), 1);
  }
  return { slips, whole, left };
}

/** How far a word is from what was typed, and whether it was typed to its end. Nearly all words need no counting. */
function near(typed: string, word: string, allowed: number): { slips: number; whole: boolean } {
  if (typed === word) return { slips: 0, whole: true };
  if (word.startsWith(typed)) return { slips: 0, whole: false };
  if (allowed === 0) return { slips: Number.POSITIVE_INFINITY, whole: false };
  const full = slipsBetween(typed, word, allowed);
  const part = slipsBetween(typed, word, allowed, true);
  return { slips: Math.min(full, part), whole: full <= part };
}

/**
 * Other spellings of what was typed, put together again: the likeliest pairs of words that are in use. A word that was
 * typed without a slip may only be begun, so it stands after one that was put right.
 */
async function nearPhrases(ctx: Ctx, words: readonly string[]): Promise<string[]> {
  const typed = longest(tellingWords(words)).slice(0, 2);
  const spellings = await Promise.all(typed.map((word) => spellingsOf(ctx, word)));
  const [first = [], second] = spellings;
  const joined = second
    ? first.flatMap((one) =>
        second.map((other) => ({
          text: one.slips > 0 ? `${one.word} ${other.word}` : `${other.word} ${one.word}`,
          slips: one.slips + other.slips,
        })),
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
async function spellingsOf({ db, creditorId }: Ctx, typed: string): Promise<Spelling[]> {
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
    const { slips } = near(typed, word, most);
    return slips === 0 || slips > most ? [] : [{ word, slips, length: Math.abs(word.length - typed.length) }];
  });
  others.sort((a, b) => a.slips - b.slips || a.length - b.length || (a.word < b.word ? -1 : 1));
  return [itself, ...others.slice(0, SPELLINGS)];
}
