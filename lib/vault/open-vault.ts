import { randomBytes } from "node:crypto";
import { asc } from "drizzle-orm";
import type { Database, Tx } from "@/db/client";
import { connections, vaultKeys } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { type DataKey, unwrapKey, type Vault, vaultWith, wrapKey } from "./vault";

async function readKeys(db: Pick<Tx, "select">, master: Buffer): Promise<DataKey[]> {
  const rows = await db.select().from(vaultKeys).orderBy(asc(vaultKeys.createdAt), asc(vaultKeys.id));
  try {
    return rows.map(({ id, purpose, wrapped }) => ({ id, purpose, key: unwrapKey(master, id, wrapped) }));
  } catch (error) {
    throw new Error(
      "DEBITDESK_MASTER_KEY is not the master key under which this database was sealed. Nothing was changed.",
      { cause: error },
    );
  }
}

/** Opens the vault, making its first keys. Throws when the master key is another one than before. */
export async function openVault(db: Database, masterKey: string, now: Date): Promise<Vault> {
  const master = Buffer.from(masterKey, "base64");
  const there = await readKeys(db.read, master);
  if (there.length > 0) return vaultWith(there);
  const [sealed] = await db.read.select({ id: connections.id }).from(connections).limit(1);
  if (sealed)
    throw new Error("The vault's keys are missing from this database: what is sealed cannot be opened.");
  const made = await inTransaction(db, async (tx) => {
    // Two processes may start at once: fixed ids let only one of them make the keys.
    for (const purpose of ["data", "index"] as const) {
      const id = `key_first_${purpose}`;
      await tx
        .insert(vaultKeys)
        .values({ id, purpose, wrapped: wrapKey(master, id, randomBytes(32)), createdAt: now })
        .onConflictDoNothing();
    }
    return readKeys(tx, master);
  });
  return vaultWith(made);
}
