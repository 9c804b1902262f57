import { and, asc, eq, isNull } from "drizzle-orm";
import { orNotFound } from "@/app/(desk)/_shared/or-not-found";
import { users } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import type { Import } from "@/lib/imports/door";
import { getImport, importVersionWord } from "@/lib/imports/list";
import { mandateOffer, type Offer } from "@/lib/mandates/offer";
import { limitOf } from "@/lib/settings/limits";

export interface ImportPage {
  of: Import;
  offer: Offer | null;
  /** The import that had the same file before. */
  same: Import | null;
  /** How many mandates need no second person. */
  limit: number;
  /** Who may approve it, by name. */
  approvers: string[];
  version: string;
}

/** Everything that an import's page shows around its rows, or the page that says that there is none. */
export async function loadImport(ctx: Ctx, id: string): Promise<ImportPage> {
  const of = await orNotFound(getImport(ctx, id));
  const [offer, same, limit, approvers] = await Promise.all([
    of.agreementId === null ? null : mandateOffer(ctx, of.agreementId),
    of.sameAs === null ? null : getImport(ctx, of.sameAs),
    limitOf(ctx.db.read, ctx.creditorId, "imports.commit_limit"),
    approversOf(ctx, of),
  ]);
  return { of, offer, same, limit, approvers, version: importVersionWord(of) };
}

/** People with the right to approve who have had no hand in it. */
async function approversOf(ctx: Ctx, of: Import): Promise<string[]> {
  if (of.state !== "frozen") return [];
  const rows = await ctx.db.read
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(and(eq(users.creditorId, ctx.creditorId), eq(users.approver, true), isNull(users.disabledAt)))
    .orderBy(asc(users.name), asc(users.id))
    .limit(10);
  return rows.filter((row) => !of.workOf.includes(row.id)).map((row) => row.name);
}
