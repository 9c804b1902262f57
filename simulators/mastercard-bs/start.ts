import type { SimClock } from "../kit/clock";
import { type JournalEntry, type RunningSimulator, startSimulator } from "../kit/server";
import { openStore } from "../kit/store";
import { Control } from "./control";
import { Gate } from "./gate";
import { KeyRing } from "./keys";
import { MandateBook } from "./mandates";
import { mastercardBsPage } from "./page";
import { Service } from "./service";
import { settingsSchema } from "./settings";
import { initialState } from "./state";

interface MastercardBsOptions {
  /** 0 or left out takes a free port. */
  port?: number;
  clock: SimClock;
  /** A file that keeps keys, settings and requests over a restart. Left out: memory. */
  statePath?: string;
  /** From it and the UUID the sandbox's delay is drawn. */
  seed?: number;
}

/**
 * Starts the simulator of the Betalingsservice Creditor API, sandbox and production, on loopback.
 * https://developer.mastercard.com/bs-creditor-api/documentation/
 */
export async function startMastercardBs(options: MastercardBsOptions): Promise<RunningSimulator> {
  const { clock } = options;
  const store = openStore(initialState, options.statePath);
  // A file of an earlier version may lack a switch.
  store.state.settings = settingsSchema.parse(store.state.settings);
  const book = new MandateBook(store);
  const service = new Service(store, clock, new Gate(store, clock), book, options.seed ?? 1);
  const control = new Control(store, clock, new KeyRing(store, clock), book);
  let journal: readonly JournalEntry[] = [];
  const running = await startSimulator({
    name: "mastercard-bs",
    clock,
    port: options.port ?? 0,
    handle: (request) => service.handle(request),
    control: (request) => control.handle(request),
    page: () => mastercardBsPage(clock, store.state, journal),
    tick: () => {
      book.settle(clock.now());
    },
    reset: () => {
      store.reset();
      book.rebuild();
    },
  });
  journal = running.journal;
  return running;
}
