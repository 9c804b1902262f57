import type { SimClock } from "../kit/clock";
import { type RunningSimulator, serve } from "../kit/server";
import { type Carry, openSimulator, type Simulator } from "../kit/simulator";
import { openStore, type Store } from "../kit/store";
import { openApi } from "./api";
import { handleControl } from "./control";
import { debitDirectPage } from "./page";
import { startPostman } from "./postman";
import { advance } from "./schedule";
import { settingsSchema } from "./settings";
import { initialState, type State } from "./state";

interface DebitDirectOptions {
  /** 0 or left out takes a free port. */
  port?: number;
  clock: SimClock;
  /** A file that keeps everything over a restart; left out, it is kept in memory. */
  statePath?: string;
  /** The first merchant's API key; left out, a random one that `GET /_sim/merchants` shows. */
  apiKey?: string;
  /** How web events go out; left out, over HTTP. */
  carry?: Carry;
}

function openState(options: DebitDirectOptions): Store<State> {
  const store = openStore(() => initialState(options.apiKey), options.statePath);
  // A file of an earlier release may lack newer settings.
  store.state.settings = settingsSchema.parse(store.state.settings);
  const first = store.state.merchants[0];
  if (first && options.apiKey !== undefined) first.apiKey = options.apiKey;
  store.save();
  return store;
}

/** DebitDirect, driven by the clock given. */
export function openDebitDirect(options: Omit<DebitDirectOptions, "port">): Simulator {
  const { clock } = options;
  const store = openState(options);
  const { state } = store;
  const api = openApi(state);
  const postman = startPostman(state, clock, store.save, options.carry);

  const bringUpToDate = () => {
    if (advance(state, clock.now())) store.save();
  };

  return openSimulator({
    name: "debitdirect",
    clock,
    handle: (request) => {
      bringUpToDate();
      const answer = api(request, clock.now());
      if (request.method !== "GET") store.save();
      void postman.deliver();
      return answer;
    },
    control: async (request) => {
      bringUpToDate();
      const answer = handleControl(state, request, clock.now());
      if (!answer || request.method === "GET") return answer;
      store.save();
      await postman.deliver();
      return answer;
    },
    page: () => debitDirectPage(state, clock),
    tick: async () => {
      bringUpToDate();
      await postman.deliver();
    },
    reset: store.reset,
    stop: () => postman.close(),
  });
}

/** Starts it on a port of loopback. */
export function startDebitDirect(options: DebitDirectOptions): Promise<RunningSimulator> {
  return serve(openDebitDirect(options), options.port);
}
