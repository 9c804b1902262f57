import { random } from "./random";

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

function base32(value: bigint, length: number): string {
  let rest = value;
  let text = "";
  for (let i = 0; i < length; i += 1) {
    text = alphabet.charAt(Number(rest & 31n)) + text;
    rest >>= 5n;
  }
  return text;
}

/**
 * A new id such as `pay_01JD…`: a prefix that says what it names, then 48 bits of time and 80 random bits, so that
 * ids sort by when they were made.
 */
export function newId(prefix: string, now: Date): string {
  const tail = BigInt(`0x${random(10).toString("hex")}`);
  return `${prefix}_${base32(BigInt(now.getTime()), 10)}${base32(tail, 16)}`;
}
