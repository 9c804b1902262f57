import { and, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import { debtorTerms, engine } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { beginsWith, LAST } from "./prefix";

/**
 * Whose names have a word that begins as the first does and another that begins as the second does. The index is not
 * read from the one end of the first range to the other: it is asked for the next word that begins so, and of each only
 * for the pairs that go on with the second. So it costs a look for each word in use, however many are called so; the
 * longer one comes first, because fewer words begin with it. The recursion ends with the limit on both databases.
 */
export async function idsUnderPair(
  { db, creditorId }: Ctx,
  [first, second]: readonly [string, string],
  limit: number,
): Promise<string[]> {
  const { term } = debtorTerms;
  const names = and(eq(debtorTerms.creditorId, creditorId), eq(debtorTerms.kind, "name"));
  // One lower end only: of two SQLite may take the one that leads back to where the walk began.
  const next = (from: SQL) =>
    sql`(select ${term} from ${debtorTerms} where ${and(names, gte(term, from), lt(term, `${first}${LAST}`))} order by ${term} limit 1)`;
  const word = firstWord(sql`walk.term`);
  const walk = sql`(with recursive walk(term) as (
    select ${next(sql`${first}`)} union all
    select ${next(sql`${word} || '!'`)} from walk where walk.term is not null
  ) select ${word} as word from walk where walk.term is not null) as begun`;
  const pair = sql`begun.word || ${` ${second}`}`;
  const rows = await db.read
    .select({ id: debtorTerms.debtorId })
    .from(walk)
    .crossJoin(debtorTerms)
    .where(and(names, beginsWith(term, pair)))
    .limit(limit);
  return rows.map((row) => row.id);
}

/** What stands before the first space; "!" is the character after it, and in no word. */
const firstWord = (term: SQL): SQL =>
  engine === "postgres"
    ? sql`split_part(${term}, ' ', 1)`
    : sql`substr(${term}, 1, instr(${term} || ' ', ' ') - 1)`;
