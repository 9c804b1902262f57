import type { SimClock } from "../kit/clock";
import { type RunningSimulator, serve } from "../kit/server";
import { type Carry, openSimulator, type Simulator } from "../kit/simulator";
import { openStore } from "../kit/store";
import { type Account, initialState } from "./accounts";
import { control } from "./control";
import { openDelivery } from "./delivery";
import { page } from "./page";
import { catchUp } from "./progress";
import { handle } from "./routes";
import type { World } from "./state";

interface PaynlOptions {
  /** Left out: a free one. */
  port?: number;
  clock: SimClock;
  /** Where the state survives a restart; left out: in memory only. */
  statePath?: string;
  /** Credentials of a new state in place of the demo ones. */
  accounts?: readonly Account[];
  /** How exchange calls go out; left out, over HTTP. */
  carry?: Carry;
}

/** Makes the clock run faster than real time, by moving it on by what is missing since the last call. */
function accelerator(world: World): () => void {
  let before = performance.now();
  return () => {
    const passed = performance.now() - before;
    before += passed;
    const factor = world.store.state.settings.speedFactor;
    if (factor > 1) world.clock.set(new Date(world.clock.now().getTime() + passed * (factor - 1)));
  };
}

/**
 * A PAY. that knows direct debits, with the paths of its API under `/v2`. `settle` lets everything happen that is due
 * and waits until the exchange calls about it have been tried.
 */
export function openPaynl(options: Omit<PaynlOptions, "port">): Simulator {
  const store = openStore(() => initialState(options.accounts), options.statePath);
  const world: World = { store, clock: options.clock };
  const delivery = openDelivery(world, options.carry);
  const accelerate = accelerator(world);
  const tick = async () => {
    accelerate();
    catchUp(world);
    await delivery.drain();
  };
  return openSimulator({
    name: "paynl",
    clock: options.clock,
    handle: (request) => handle(world, request),
    control: (request) => control(world, request, tick),
    page: () => page(world),
    tick,
    reset: () => store.reset(),
    stop: () => delivery.stop(),
  });
}

/** Starts it at `url`, on a port of loopback. */
export function startPaynl(options: PaynlOptions): Promise<RunningSimulator> {
  return serve(openPaynl(options), options.port);
}
