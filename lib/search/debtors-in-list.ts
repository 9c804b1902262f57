import { and, inArray, like, type SQL, sql } from "drizzle-orm";
import { debtors } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { fold } from "@/lib/kernel/fold";
import { findDebtors } from "./find-debtors";
import { tellingWords, wordsOf } from "./name-words";
import { beginsWith } from "./prefix";
import { readQuery } from "./read-query";

/** So many are sorted as fast as a page of more is found by walking the list. */
const FEW = 1_000;

/** How a list of debtors is narrowed by a text; `few`: by its own index, so that what is left is sorted. */
export interface Narrowed {
  which: SQL | undefined;
  few: boolean;
}

/**
 * The debtors that a text finds, as a condition for a list of them: the same that a search from anywhere finds. Where
 * they are many the list is walked in its own order, which comes upon one of them soon.
 */
export async function debtorsInList(ctx: Ctx, text: string | undefined): Promise<Narrowed> {
  if (text === undefined || fold(text) === "") return { which: undefined, few: false };
  const readings = readQuery(text);
  const { found, cut } = await findDebtors(ctx, readings, FEW + 1);
  const ids = [...new Set(found.map((one) => one.debtor.id))];
  if (readings.length > 0 && !cut && ids.length <= FEW)
    return { which: ids.length === 0 ? sql`1 = 0` : inArray(debtors.id, ids), few: true };
  const number = readings.find((one) => one.kind === "customerNumber");
  const words = tellingWords(wordsOf(text));
  return {
    few: false,
    which:
      number && !/\p{L}/u.test(text)
        ? beginsWith(debtors.customerNumber, number.begins)
        : and(...words.map((word) => like(debtors.search, `%${word}%`))),
  };
}
