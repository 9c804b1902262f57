import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { startDebitDirect } from "./debitdirect/start";
import { fileClock, memoryClock } from "./kit/clock";
import type { RunningSimulator } from "./kit/server";
import { startMastercardBs } from "./mastercard-bs/start";
import { startPaynl } from "./paynl/start";

/**
 * Starts the three simulators on loopback, on one clock, and prints their addresses as one line of JSON. From the
 * environment: SIM_BS_PORT, SIM_DEBITDIRECT_PORT and SIM_PAYNL_PORT (0 or nothing: a free one), CLOCK_FILE (nothing: a
 * clock of its own) and SIM_STATE_DIR (nothing: all is forgotten at the end).
 */
const { CLOCK_FILE, SIM_STATE_DIR } = process.env;
if (CLOCK_FILE) mkdirSync(dirname(CLOCK_FILE), { recursive: true });
const clock = CLOCK_FILE ? fileClock(CLOCK_FILE) : memoryClock();
const running: RunningSimulator[] = [];

interface Place {
  clock: typeof clock;
  port: number;
  statePath?: string;
}

function portOf(name: string): number {
  const text = process.env[name] ?? "0";
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port <= 65_535)) throw new Error(`${name} is ${text}, which is not a port`);
  return port;
}

async function begin(
  provider: string,
  variable: string,
  start: (place: Place) => Promise<RunningSimulator>,
): Promise<string> {
  const port = portOf(variable);
  const statePath = SIM_STATE_DIR ? { statePath: join(SIM_STATE_DIR, `${provider}.json`) } : {};
  try {
    const simulator = await start({ clock, port, ...statePath });
    running.push(simulator);
    return simulator.url;
  } catch (error) {
    const taken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
    throw taken
      ? new Error(`port ${port} is in use, so the ${provider} simulator cannot start there`)
      : error;
  }
}

let ending = false;
async function end(code: number): Promise<void> {
  if (ending) return;
  ending = true;
  await Promise.all(running.map((one) => one.close()));
  process.exit(code);
}

// Whoever started us may die without a signal for us; then the channel to it closes.
for (const signal of ["SIGTERM", "SIGINT", "disconnect"] as const) process.once(signal, () => void end(0));

try {
  const addresses = {
    "mastercard-bs": await begin("mastercard-bs", "SIM_BS_PORT", startMastercardBs),
    debitdirect: await begin("debitdirect", "SIM_DEBITDIRECT_PORT", startDebitDirect),
    paynl: await begin("paynl", "SIM_PAYNL_PORT", startPaynl),
  };
  process.stdout.write(`${JSON.stringify(addresses)}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  await end(1);
}
