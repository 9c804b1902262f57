import { and, eq, inArray, ne, or } from "drizzle-orm";
import { debtorAccounts, debtors, importRows, mandates } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import type { CheckedRow } from "./check-row";
import type { Import } from "./door";

/** What is here already of the people in some rows. */
export interface Known {
  byCustomer: Map<string, KnownDebtor>;
  byIdentity: Map<string, KnownDebtor>;
  /** The customer numbers that an account is known of. */
  byAccount: Map<string, string[]>;
  /** Live mandates of a customer number, under whichever agreement. */
  live: Map<string, { id: string; agreementId: string; provider: string }[]>;
  /** The line of a row of the same import that will be made for the customer number. */
  inFile: Map<string, number>;
  /** The same of a person, by fingerprint, with the number they have there. */
  peopleInFile: Map<string, { line: number; customer: string }>;
}

export interface KnownDebtor {
  id: string;
  customerNumber: string;
  name: string;
  identityIndex: string | null;
}

/** Asks for all rows of a chunk at once, each question answered by an index. */
export async function knownOf(
  ctx: Pick<Ctx, "db" | "creditorId">,
  of: Pick<Import, "id" | "pass">,
  rows: readonly { n: number; checked: CheckedRow }[],
): Promise<Known> {
  const customers = unique(rows.map(({ checked }) => checked.debtor.customer_number));
  const identities = unique(rows.map(({ checked }) => checked.identityIndex));
  const accounts = unique(rows.map(({ checked }) => checked.accountIndex));
  const [byCustomer, byIdentity, byAccount, live, inFile, peopleInFile] = await Promise.all([
    debtorsBy(ctx, "customerNumber", customers),
    debtorsBy(ctx, "identityIndex", identities),
    accountsOf(ctx, accounts),
    liveMandates(ctx, customers),
    othersInFile(ctx, of, rows, "customer", customers),
    othersInFile(ctx, of, rows, "person", identities),
  ]);
  return {
    ...{ byCustomer, byIdentity, byAccount, live, peopleInFile },
    inFile: new Map([...inFile].map(([customer, { line }]) => [customer, line])),
  };
}

const unique = (values: readonly (string | null | undefined)[]): string[] => [
  ...new Set(values.filter((value): value is string => Boolean(value))),
];

type Asking = Pick<Ctx, "db" | "creditorId">;

async function debtorsBy(
  { db, creditorId }: Asking,
  by: "customerNumber" | "identityIndex",
  values: string[],
): Promise<Map<string, KnownDebtor>> {
  if (values.length === 0) return new Map();
  const rows = await db.read
    .select({
      id: debtors.id,
      customerNumber: debtors.customerNumber,
      name: debtors.name,
      identityIndex: debtors.identityIndex,
    })
    .from(debtors)
    .where(and(eq(debtors.creditorId, creditorId), inArray(debtors[by], values)));
  return new Map(rows.map((row) => [row[by] ?? "", row]));
}

async function accountsOf({ db, creditorId }: Asking, values: string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  if (values.length === 0) return found;
  const rows = await db.read
    .select({ index: debtorAccounts.blindIndex, customer: debtors.customerNumber })
    .from(debtorAccounts)
    .innerJoin(debtors, eq(debtors.id, debtorAccounts.debtorId))
    .where(and(eq(debtorAccounts.creditorId, creditorId), inArray(debtorAccounts.blindIndex, values)))
    .limit(5_000);
  for (const { index, customer } of rows) found.set(index, [...(found.get(index) ?? []), customer]);
  return found;
}

async function liveMandates({ db, creditorId }: Asking, customers: string[]): Promise<Known["live"]> {
  const found: Known["live"] = new Map();
  if (customers.length === 0) return found;
  const rows = await db.read
    .select({
      id: mandates.id,
      agreementId: mandates.agreementId,
      provider: mandates.provider,
      customer: mandates.customerNumber,
    })
    .from(mandates)
    .where(
      and(
        eq(mandates.creditorId, creditorId),
        inArray(mandates.customerNumber, customers),
        or(
          inArray(mandates.state, ["invited", "pending", "active", "suspended"]),
          and(eq(mandates.state, "draft"), ne(mandates.sending, "none")),
        ),
      ),
    );
  for (const { customer, ...mandate } of rows) found.set(customer, [...(found.get(customer) ?? []), mandate]);
  return found;
}

/** Rows of the same import outside of these that will be made, or were, by what they share with one of these. */
async function othersInFile(
  { db }: Asking,
  of: Pick<Import, "id" | "pass">,
  rows: readonly { n: number }[],
  by: "customer" | "person",
  values: string[],
): Promise<Map<string, { line: number; customer: string }>> {
  if (values.length === 0) return new Map();
  const own = new Set(rows.map(({ n }) => n));
  const { n, line, customer } = importRows;
  const others = await db.read
    .select({ n, line, customer, shared: importRows[by] })
    .from(importRows)
    .where(
      and(
        eq(importRows.importId, of.id),
        eq(importRows.pass, of.pass),
        inArray(importRows[by], values),
        inArray(importRows.state, ["ready", "made"]),
      ),
    );
  return new Map(others.filter((one) => !own.has(one.n)).map((one) => [one.shared ?? "", one]));
}
