import { randomBytes } from "node:crypto";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { startPostgres } from "@/db/testing/postgres-server";
import { build } from "@/scripts/kit/build.mjs";
import { openData } from "@/scripts/kit/demo-data.mjs";
import { family } from "@/scripts/kit/family.mjs";
import { startStack } from "@/scripts/kit/stack.mjs";
import { openSwitch } from "./programs";

const signIn = z.object({ email: z.string(), password: z.string() });
const shape = z.object({
  url: z.string(),
  simulators: z.object({ "mastercard-bs": z.string(), debitdirect: z.string(), paynl: z.string() }),
  people: z.object({ agent: signIn, finance: signIn, approver: signIn, admin: signIn, auditor: signIn }),
  /** An API key with finance's rights. */
  apiKey: z.string(),
  /** Where its programs are killed and started. */
  programs: z.string(),
});

/** Where a running desk is reached, and who may sign in. */
export type Stack = z.infer<typeof shape>;

/** The variable that carries it from the set-up to the stories, which run in another process. */
const VARIABLE = "E2E_STACK";

/** The desk that the set-up started. */
export function stack(): Stack {
  const told = process.env[VARIABLE];
  if (!told) throw new Error("the stories are started by `npm run e2e`, which starts a desk first");
  return shape.parse(JSON.parse(told));
}

/**
 * Starts the built app with its simulators and worker on free ports and a database of its own, with people and
 * connections in it, and a history only where E2E_HISTORY says so. Answers how to stop it.
 */
export async function beginStack(engine: "sqlite" | "postgres"): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "debitdesk-e2e-"));
  const logs = join(folder, "logs");
  const kin = family(logs);
  const postgres = engine === "postgres" ? await startPostgres({ durable: true }) : undefined;
  const apiKey = `dd_e2e_${randomBytes(12).toString("hex")}`;
  process.env.DEMO_API_KEY = apiKey;
  process.env.DEMO_API_KEY_ROLES = "finance";
  process.env.DESIGN = "true";

  let programs: Awaited<ReturnType<typeof openSwitch>> | undefined;

  const end = async () => {
    programs?.close();
    await kin.stop();
    await postgres?.stop();
    cpSync(logs, join("test-results", `logs-${engine}`), { recursive: true });
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await build(kin);
    const database = postgres?.url("postgres");
    const data = openData(folder, database ? { database } : {});
    // No story ends the simulators.
    const history = process.env.E2E_HISTORY === "yes";
    const begun = startStack(data, { family: kin, history, remember: false });
    const started = await Promise.race([begun, kin.broken]);
    programs = await openSwitch({ kill: kin.kill, start: (program) => started.restart[program]() });
    // By hand: several workers share the work.
    for (let more = 1; more < Number(process.env.E2E_WORKERS ?? 1); more += 1) await started.restart.worker();
    const told = { ...started, people: data.people, apiKey, programs: programs.url };
    process.env[VARIABLE] = JSON.stringify(shape.parse(told));
    return end;
  } catch (error) {
    await end();
    throw error;
  }
}
