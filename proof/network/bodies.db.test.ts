import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { madeThere, type Party, parties, send, stateOf, untilKnown } from "./parties";

/** How many bodies a provider's answer is replaced with; the long run takes five hundred. */
const BODIES = Number(process.env.PROOF_BODIES ?? 12);
const SEED = Number(process.env.PROOF_SEED ?? 20_261);
const LONG_MS = 3_600_000;

type Change = (text: string, at: number) => string;

/** What happens to JSON on its way: cut, doubled, emptied, retyped, renamed, wrapped, or replaced by something else. */
const changes: readonly Change[] = [
  (text, at) => text.slice(0, at % text.length),
  (text) => `${text}${text}`,
  (text) => `[${text}]`,
  (text) => `{"data":${text}}`,
  (text) => text.replace(/"[^"]*"/g, (word, from: number) => (from % 3 === 0 ? "null" : word)),
  (text) => text.replace(/:(\d+)/g, ':"$1"'),
  (text) => text.replace(/:"([^"]*)"/g, ":[]"),
  (text) => text.replace(/"([a-zA-Z]+)":/g, '"x$1":'),
  (text, at) => text.replace(/\d/g, (digit) => String((Number(digit) + at) % 10)),
  (_, at) => "<!doctype html><title>Bad gateway</title>".slice(0, at),
  (_, at) => ["", " ", "null", "true", "[]", "{}", '""', "0"][at % 8] ?? "",
  (_, at) => "{".repeat((at % 5_000) + 1),
  (text, at) => `${text.slice(0, at % text.length)}\u0000${text.slice(at % text.length)}`,
];

const change = fc.record({ how: fc.nat(changes.length - 1), at: fc.nat(100_000) });

describe.each(Object.entries(parties))("%s, when 2xx comes with another body", (_, open) => {
  let at: Party;
  let good = "";
  beforeAll(async () => {
    at = await open();
    const first = await at.want(100);
    await send(at, first);
    good = at.simulator.journal.findLast((entry) => entry.method === "POST")?.answer ?? "";
    expect(JSON.parse(good)).toBeTypeOf("object");
  }, 120_000);

  it(
    "A6: is made once whatever it says, never believed for another, and known in the end",
    async () => {
      const drawn = fc.sample(change, { numRuns: BODIES, seed: SEED });
      let unknown = 0;
      for (const [index, { how, at: place }] of drawn.entries()) {
        const wanted = await at.want(1_000 + index);
        // The good answer to an earlier request: about another one, and then broken besides.
        const body = changes[how]?.(good, place) ?? "";
        at.simulator.faults.arm({ kind: "status-after", method: "POST", status: 200, body, times: 1 });
        await send(at, wanted);
        const label = `body ${index} of seed ${SEED}: ${body.slice(0, 200)}`;
        const state = await stateOf(at, wanted);
        expect(state, label).toBe("unknown");
        unknown += 1;
        expect(madeThere(at, wanted), label).toBe(1);
        await untilKnown(at, wanted);
        expect(await stateOf(at, wanted), label).toBe("confirmed");
        expect(madeThere(at, wanted), label).toBe(1);
      }
      expect(unknown).toBe(BODIES);
    },
    LONG_MS,
  );
});
