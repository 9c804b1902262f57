import type { Database } from "@/db/client";
import { openVault } from "@/lib/vault/open-vault";
import { diceFor } from "./dice";
import { randomnessFrom } from "./randomness";
import type { Ground } from "./world";

/** The vault over a database, with keys that are the same in every process: what it seals is part of a run. */
export async function groundOn(db: Database): Promise<Ground> {
  randomnessFrom(diceFor(0));
  return { db, vault: await openVault(db, Buffer.alloc(32, 7).toString("base64"), new Date(0)) };
}
