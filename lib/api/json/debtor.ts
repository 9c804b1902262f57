import { z } from "zod";
import type { DebtorRow } from "@/lib/debtors/columns";
import type { AccountRow } from "@/lib/debtors/get";
import { instant, iso, named, pageOf } from "./shapes";

const fields = {
  id: z.string(),
  customer_number: z.string(),
  name: z.string(),
  kind: z.enum(["person", "company"]),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  language: z.string().nullable(),
  identity_masked: z.string().nullable().describe("The CPR or CVR number; a CPR number is masked."),
  version: z.int(),
  created_at: instant,
};

export const debtorShape = named("Debtor", z.strictObject(fields));
export const debtorPage = pageOf("DebtorPage", debtorShape);
export const debtorDetail = named(
  "DebtorDetail",
  z.strictObject({
    ...fields,
    accounts: z.array(
      z.strictObject({
        id: z.string(),
        kind: z.enum(["danish", "iban"]),
        masked: z.string(),
        bank: z.string().nullable(),
        created_at: instant,
      }),
    ),
  }),
);

export const debtorJson = (row: DebtorRow): z.input<typeof debtorShape> => ({
  id: row.id,
  customer_number: row.customerNumber,
  name: row.name,
  kind: row.kind,
  email: row.email,
  phone: row.phone,
  language: row.language,
  identity_masked: row.identityMasked,
  version: row.version,
  created_at: iso(row.createdAt),
});

export const debtorDetailJson = (
  row: DebtorRow & { accounts: readonly AccountRow[] },
): z.input<typeof debtorDetail> => ({
  ...debtorJson(row),
  accounts: row.accounts.map(({ id, kind, masked, bank, createdAt }) => ({
    id,
    kind,
    masked,
    bank,
    created_at: iso(createdAt),
  })),
});
