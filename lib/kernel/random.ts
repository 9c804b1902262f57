import { randomBytes } from "node:crypto";

type Source = (bytes: number) => Buffer;

let source: Source = randomBytes;

/**
 * Where ids, idempotency keys and jitter come from. A simulation puts a seeded source in place of the system's, so
 * that one seed is one exact run; secrets, tokens and nonces never come from here.
 */
export const randomFrom = (other: Source): void => {
  source = other;
};

export const random = (bytes: number): Buffer => source(bytes);

/** A number in [0, 1). */
export const randomShare = (): number => random(6).readUIntBE(0, 6) / 2 ** 48;

/** A UUID v4, such as a provider takes for its idempotency key. */
export function newKey(): string {
  const bytes = random(16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x40, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
