import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { debtorAccounts, debtors } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import type { Ctx } from "@/lib/context";
import { indexDebtors, SEARCH_VERSION } from "./index-debtor";

const AT_ONCE = 500;

/**
 * Makes the next debtors findable that are not yet: those of a desk from before there was a search, and those that came
 * in by another way. Of every creditor; a part at a time, so that nobody waits for it. Answers how many.
 */
export function indexOnce(ctxFor: (creditorId: string) => Ctx): Promise<number> {
  return inTransaction(ctxFor("").db, async (tx) => {
    const rows = await tx
      .select({
        id: debtors.id,
        creditorId: debtors.creditorId,
        name: debtors.name,
        email: debtors.email,
        phone: debtors.phone,
      })
      .from(debtors)
      // A literal, as the index has it: of a parameter the database cannot know that it is 0.
      .where(sql`${debtors.searchVersion} = 0`)
      .orderBy(asc(debtors.id))
      .limit(AT_ONCE);
    if (rows.length === 0) return 0;
    const ids = rows.map((row) => row.id);
    await indexDebtors(tx, rows);
    // What the mask leaves of an account from before it had a column for it.
    await tx
      .update(debtorAccounts)
      .set({ lastFour: sql`substr(${debtorAccounts.masked}, length(${debtorAccounts.masked}) - 3)` })
      .where(and(inArray(debtorAccounts.debtorId, ids), isNull(debtorAccounts.lastFour)));
    await tx
      .update(debtors)
      .set({ searchVersion: SEARCH_VERSION })
      .where(and(inArray(debtors.id, ids), eq(debtors.searchVersion, 0)));
    return rows.length;
  });
}
