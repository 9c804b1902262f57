import { and, asc, eq } from "drizzle-orm";
import { importRows, users } from "@/db/schema";
import type { Role } from "@/db/tables/access";
import { inTransaction } from "@/db/transaction";
import { confirmReading } from "@/lib/imports/confirm-reading";
import { findImport, type Import } from "@/lib/imports/door";
import type { ImportRow } from "@/lib/imports/fix-row";
import { startCheck } from "@/lib/imports/start-check";
import { uploadImport } from "@/lib/imports/upload";
import { importOnce } from "@/lib/jobs/imports";
import { workerCtx } from "@/lib/runtime";
import type { TestDesk } from "./desk";

/** Whoever the worker acts for must be a person who is there. */
export async function employ(desk: TestDesk, role: Role, name = ""): Promise<void> {
  await inTransaction(desk.runtime.db, async (tx) => {
    await tx.insert(users).values({
      id: `usr_${role}_${name}`,
      creditorId: desk.creditorId,
      email: `${role}${name}@example.org`,
      name: name || role,
      passwordHash: "none",
      role,
      approver: false,
      failedSignIns: 0,
      createdAt: desk.runtime.clock.now(),
    });
  });
}

/** A file as it comes over the line, in pieces. */
export async function* fileOf(bytes: Uint8Array, size = 10_000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

export const uploaded = (desk: TestDesk, name: string, content: string | Uint8Array): Promise<string> =>
  uploadImport(desk.as("agent"), { name, body: fileOf(Buffer.from(content)) });

/** What a person says of the columns of `HEAD`. */
export const given = {
  "debtor.customer_number": "c0",
  "debtor.name": "c1",
  "mandate.identity": "c2",
  "mandate.account": "c3",
  "consent.given_at": "c4",
  "consent.channel": "fixed",
  "consent.channel.fixed": "paper",
  "consent.wording": "fixed",
  "consent.wording.fixed": "da-1",
};
const HEAD = "Kundenr.;Navn;CPR;Konto;Samtykke";

/** A row that nothing is wrong with; every number has a person and an account of its own. */
export function goodRow(n: number): string {
  const customer = String(300_000 + n);
  const cpr = `0101${String(10 + (n % 80)).padStart(2, "0")}${String(1_000 + (n % 9_000)).padStart(4, "0")}`;
  return `${customer};Debtor ${customer};${cpr};3199 ${String(1_000_000_000 + n)};01-11-2026`;
}

export const fileWith = (rows: readonly string[]): string => [HEAD, ...rows].join("\r\n");

/** Lets the worker do what imports have to do. */
export const importWork = (desk: TestDesk): Promise<number> =>
  importOnce((id) => workerCtx(desk.runtime, id));

/** An import whose rows were all checked, by the agent. */
export async function checkedImport(
  at: { desk: TestDesk; agreementId: string },
  content: string,
  name = "mandates.csv",
): Promise<string> {
  const { desk, agreementId } = at;
  const importId = await uploaded(desk, name, content);
  await confirmReading(desk.as("agent"), { importId });
  await startCheck(desk.as("agent"), { importId, agreementId, given });
  await importWork(desk);
  return importId;
}

export const importOf = (desk: TestDesk, id: string): Promise<Import> =>
  findImport(desk.runtime.db.read, desk.creditorId, id);

/** The rows of an import's present pass, in the order of the file. */
export async function importRowsOf(desk: TestDesk, id: string): Promise<ImportRow[]> {
  const { pass } = await importOf(desk, id);
  return desk.runtime.db.read
    .select()
    .from(importRows)
    .where(and(eq(importRows.importId, id), eq(importRows.pass, pass)))
    .orderBy(asc(importRows.n));
}
