import type { SimClock } from "../kit/clock";
import type { JournalEntry } from "../kit/journal";
import { type RunningSimulator, serve } from "../kit/server";
import { openSimulator, type Simulator } from "../kit/simulator";
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
 * The Betalingsservice Creditor API, sandbox and production.
 * https://developer.mastercard.com/bs-creditor-api/documentation/
 */
export function openMastercardBs(options: Omit<MastercardBsOptions, "port">): Simulator {
  const { clock } = options;
  const store = openStore(initialState, options.statePath);
  // A file of an earlier version may lack a switch.
  store.state.settings = settingsSchema.parse(store.state.settings);
  const book = new MandateBook(store);
  const service = new Service(store, clock, new Gate(store, clock), book, options.seed ?? 1);
  const control = new Control(store, clock, new KeyRing(store, clock), book);
  let journal: readonly JournalEntry[] = [];
  const simulator = openSimulator({
    name: "mastercard-bs",
    clock,
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
  journal = simulator.journal;
  return simulator;
}

/** Starts it on loopback. */
export function startMastercardBs(options: MastercardBsOptions): Promise<RunningSimulator> {
  return serve(openMastercardBs(options), options.port);
}
