import { describe, vi } from "vitest";
import { type Harness, openBench } from "./contract-suite/bench";
import { describeEvents } from "./contract-suite/events";
import { describeFaults } from "./contract-suite/faults";
import { describeReads } from "./contract-suite/reads";
import { describeWords } from "./contract-suite/words";
import { describeWrites } from "./contract-suite/writes";

/**
 * Every promise of contract.ts as tests, over real HTTP against the provider's simulator. `name` is the provider's id in
 * the registry. A new provider calls this with a harness of its own; nothing in here knows any of them.
 */
export function describeProvider(name: string, makeHarness: () => Promise<Harness>): void {
  // Hundreds of small exchanges over real sockets: a busy machine is no failure.
  vi.setConfig({ testTimeout: 30_000 });
  describe(`the provider ${name}`, () => {
    const bench = openBench(name, makeHarness);
    describeWrites(bench);
    describeFaults(bench);
    describeReads(bench);
    describeEvents(bench);
    // Last: it looks at everything that the tests before it have said.
    describeWords(bench);
  });
}
