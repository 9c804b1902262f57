import { beforeAll, describe, expect, it } from "vitest";
import type { Mishap } from "./bad-line";
import { madeThere, type Party, parties, send, stateOf, untilKnown } from "./parties";

/** Every so many bytes; the long run takes each one. */
const EVERY = Number(process.env.PROOF_EVERY ?? 61);
const LONG_MS = 3_600_000;

const positions = (length: number): number[] => {
  const all = Array.from({ length: Math.ceil(length / EVERY) }, (_, i) => i * EVERY);
  return [...new Set([...all, length - 1])].filter((at) => at >= 0);
};

describe.each(Object.entries(parties))("%s, on a line that is cut", (_, open) => {
  let at: Party;
  let whole: { request: number; answer: number };
  let n = 100;
  beforeAll(async () => {
    at = await open();
    const first = await at.want(n);
    await send(at, first);
    whole = { ...at.line.last };
    expect(await stateOf(at, first)).toBe("confirmed");
  }, 120_000);

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

  async function sweep(side: Mishap["side"], fate: Mishap["fate"]): Promise<void> {
    const found: string[] = [];
    for (const after of positions(whole[side])) {
      const wrong = await wrongWith({ side, after, fate });
      if (wrong) found.push(wrong);
    }
    expect(found).toEqual([]);
    // Nothing stays open behind a cut line.
    await expect.poll(() => at.line.open(), { timeout: 30_000 }).toBe(0);
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
