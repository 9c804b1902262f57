import { getColumns } from "drizzle-orm";
import { debtors } from "@/db/schema";
import type { Debtor } from "./create";

const { identitySealed, identityIndex, searchVersion, ...open } = getColumns(debtors);

/** What may be shown of a debtor: everything but the sealed CPR or CVR number and what finding needs. */
export const debtorColumns = open;
export type DebtorRow = Omit<Debtor, "identitySealed" | "identityIndex" | "searchVersion">;
