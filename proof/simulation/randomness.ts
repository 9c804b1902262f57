import crypto, { type UUID } from "node:crypto";
import { syncBuiltinESMExports } from "node:module";
import { randomFrom } from "@/lib/kernel/random";
import type { Dice } from "./dice";

/**
 * Puts seeded dice in place of all randomness of this process: of our ids and keys, of the vault's and the
 * signature's nonces, and of what the simulated providers draw. Only then is one seed one exact run, to the byte.
 * A process that has called this must never hold a real secret.
 */
export function randomnessFrom(dice: Dice): void {
  const uuid = (): UUID => {
    const bytes = dice.bytes(16);
    bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x40, 6);
    bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
    const hex = bytes.toString("hex");
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  };
  const whole = (least: number, below?: number): number =>
    below === undefined ? dice.below(least) : least + dice.below(below - least);
  Object.assign(crypto, { randomBytes: dice.bytes, randomUUID: uuid, randomInt: whole });
  // What was imported by name from node:crypto before is bound to the new functions too.
  syncBuiltinESMExports();
  randomFrom(dice.bytes);
}
