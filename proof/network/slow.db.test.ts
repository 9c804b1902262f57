import { beforeAll, describe, expect, it } from "vitest";
import { callOverHttp } from "@/lib/providers/transport";
import type { Mishap } from "./bad-line";
import { madeThere, type Party, parties, send, stateOf, untilKnown } from "./parties";

const PATIENCE_MS = 2_000;
/** Long enough for a whole call beside it on a busy machine. */
const LONG_PATIENCE_MS = 8_000;
const settled = { timeout: 30_000 };
const MOST_BYTES = 2 * 1024 * 1024;

describe.each(Object.entries(parties))("%s, on a line that is slow", (_, open) => {
  let at: Party;
  let patienceMs = PATIENCE_MS;
  let length = 0;
  let n = 100;
  beforeAll(async () => {
    at = await open();
    await send(at, await at.want(n));
    length = at.line.last.answer;
    at.desk.runtime.call = (request, environment, now) =>
      callOverHttp(request, environment, now, { timeoutMs: patienceMs, maxAnswerBytes: MOST_BYTES });
  }, 120_000);

  async function unknownAfter(mishap: Mishap): Promise<void> {
    n += 1;
    const wanted = await at.want(n);
    at.line.order(mishap);
    await send(at, wanted);
    expect(await stateOf(at, wanted)).toBe("unknown");
    expect(madeThere(at, wanted)).toBe(1);
    await untilKnown(at, wanted);
    expect(await stateOf(at, wanted)).toBe("confirmed");
    expect(madeThere(at, wanted)).toBe(1);
  }

  it("A1: falls silent before, in the head or in the body of the answer: unknown, and made once", async () => {
    for (const after of [0, 40, length - 20]) await unknownAfter({ side: "answer", after, fate: "silence" });
    await expect.poll(() => at.line.open(), settled).toBe(0);
  });

  it("A8: gives one byte at a time: ends in its time, and others go on meanwhile", async () => {
    patienceMs = LONG_PATIENCE_MS;
    n += 1;
    const [slow, other] = [await at.want(n), await at.want(n + 1000)];
    at.line.order({ side: "answer", after: 1, fate: "drip" });
    const order: string[] = [];
    const began = performance.now();
    const dripping = send(at, slow).then(() => order.push("slow"));
    await expect.poll(() => at.line.last.answer, settled).toBeGreaterThan(0);
    await send(at, other);
    order.push("other");
    await dripping;
    expect(order).toEqual(["other", "slow"]);
    expect(performance.now() - began).toBeLessThan(10 * LONG_PATIENCE_MS);
    expect(await stateOf(at, other)).toBe("confirmed");
    expect(await stateOf(at, slow)).toBe("unknown");
    patienceMs = PATIENCE_MS;
    await untilKnown(at, slow);
    expect(madeThere(at, slow)).toBe(1);
    await expect.poll(() => at.line.open(), settled).toBe(0);
  });

  it("A9: answers without an end: cut off at the limit, with the memory of an ordinary answer", async () => {
    const before = process.memoryUsage().rss;
    await unknownAfter({ side: "answer", after: 0, fate: "flood" });
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024);
    await expect.poll(() => at.line.open(), settled).toBe(0);
  });
});
