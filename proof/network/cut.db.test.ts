import { beforeAll, describe, expect, it } from "vitest";
import type { Mishap } from "./bad-line";
import { madeThere, type Party, parties, send, stateOf, untilKnown } from "./parties";

/** The looks at a desk and at a provider grow with what is there: so many cuts, and the next have a desk of their own. */
const CUTS_TO_A_DESK = 100;

/** Every so many bytes; the long run takes each one. */
const EVERY = Number(process.env.PROOF_EVERY ?? 61);
const LONG_MS = 3_600_000;

const positions = (length: number): number[] => {
  const all = Array.from({ length: Math.ceil(length / EVERY) }, (_, i) => i * EVERY);
  return [...new Set([...all, length - 1])].filter((at) => at >= 0);
};

describe.each(Object.entries(parties))("%s, on a line that is cut", (party, open) => {
  let at: Party;
  let whole: { request: number; answer: number };
  let n: number;

  /** A desk on which one send went well, which says how long a whole one is. */
  async function begin(): Promise<void> {
    at = await open();
    n = 100;
    const first = await at.want(n);
    await send(at, first);
    whole = { ...at.line.last };
    expect(await stateOf(at, first)).toBe("confirmed");
  }
  beforeAll(begin, 120_000);

  /** What is wrong with one send on such a line, in words; null when all is well. */
  async function wrongWith(mishap: Mishap): Promise<string | null> {
    n += 1;
    const wanted = await at.want(n);
    at.line.order(mishap);
    await send(at, wanted);
    // Signatures differ in length: near its end a request may have been shorter than the one that was measured.
    if (!at.line.last.wentWrong) return null;
    const made = madeThere(at, wanted);
    const state = await stateOf(at, wanted);
    const where = `${mishap.fate} after byte ${mishap.after} of the ${mishap.side}`;
    if (state !== "unknown") return `${where}: ${state}`;
    if (made > 1) return `${where}: made ${made} times`;
    if (mishap.side === "answer" && made !== 1) return `${where}: not made`;
    await untilKnown(at, wanted);
    const [after, final] = [madeThere(at, wanted), await stateOf(at, wanted)];
    return after === 1 && final === "confirmed" ? null : `${where}: ${final} and made ${after} times`;
  }

  const nothingStaysOpen = () => expect.poll(() => at.line.open(), { timeout: 30_000 }).toBe(0);

  async function sweep(side: Mishap["side"], fate: Mishap["fate"]): Promise<void> {
    const found: string[] = [];
    for (const after of positions(whole[side])) {
      if (n === 100 + CUTS_TO_A_DESK) {
        await nothingStaysOpen();
        process.stderr.write(
          `${party}: ${side}, ${fate}, up to byte ${after} of ${whole[side]}, ${found.length} wrong\n`,
        );
        await begin();
      }
      const wrong = await wrongWith({ side, after, fate });
      if (wrong) found.push(wrong);
    }
    expect(found).toEqual([]);
    await nothingStaysOpen();
  }

  it(
    "A2: closed anywhere in the answer, is unknown, looked up, and made once",
    async () => {
      await sweep("answer", "end");
    },
    LONG_MS,
  );

  it(
    "A2: reset anywhere in the answer, is unknown, looked up, and made once",
    async () => {
      await sweep("answer", "reset");
    },
    LONG_MS,
  );

  it(
    "A2: closed anywhere in the request, is unknown, looked up, and made once",
    async () => {
      await sweep("request", "end");
    },
    LONG_MS,
  );
});
