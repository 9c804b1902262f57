/** Every decision of a schedule, drawn from its seed: the same seed, the same decisions. */
export interface Dice {
  /** A whole number from 0 up to and without `below`. */
  below(below: number): number;
  /** A number in [0, 1). */
  share(): number;
  chance(probability: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** One of the names, by weight. */
  weighted<T extends string>(weights: Readonly<Record<T, number>>): T;
  /** From `least` to `most`, small ones as likely as large ones on a logarithmic scale. */
  spread(least: number, most: number): number;
  bytes(count: number): Buffer;
}

/** Murmur's finaliser: neighbouring seeds give unrelated states. */
function mix(value: number): number {
  let mixed = value | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** A generator of 32-bit words (sfc32 by Chris Doty-Humphrey). Streams of one seed do not disturb each other. */
function words(seed: number, stream: number): () => number {
  let a = mix(seed);
  let b = mix(seed + 0x9e3779b9);
  let c = mix(stream + 0x51ed270b);
  let counter = 1;
  const next = () => {
    const result = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + result;
    return result >>> 0;
  };
  for (let warm = 0; warm < 12; warm += 1) next();
  return next;
}

export function diceFor(seed: number, stream = 0): Dice {
  const word = words(seed, stream);
  const share = () => word() / 2 ** 32;
  const below = (limit: number) => Math.floor(share() * limit);
  return {
    below,
    share,
    chance: (probability) => share() < probability,
    pick: (from) => {
      const one = from[below(from.length)];
      if (one === undefined) throw new Error("nothing to pick from");
      return one;
    },
    weighted: (weights) => {
      // The keys of a record of names are those names.
      const names = Object.keys(weights) as (keyof typeof weights)[];
      let left = share() * names.reduce((sum, name) => sum + weights[name], 0);
      const found = names.find((name) => {
        left -= weights[name];
        return left < 0;
      });
      const chosen = found ?? names.at(-1);
      if (chosen === undefined) throw new Error("nothing to weigh");
      return chosen;
    },
    spread: (least, most) => Math.round(least * (most / least) ** share()),
    bytes: (count) => {
      const bytes = Buffer.allocUnsafe(Math.ceil(count / 4) * 4);
      for (let at = 0; at < count; at += 4) bytes.writeUInt32LE(word(), at);
      return bytes.subarray(0, count);
    },
  };
}
