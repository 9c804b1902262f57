import { environmentOf, forgetSimulators, saveData, setBack } from "./demo-data.mjs";
import { freePort, isFree } from "./ports.mjs";
import { say, Trouble } from "./say.mjs";

const NEXT = "node_modules/next/dist/bin/next";
const READY_WITHIN_MS = 60_000;
const HISTORY_DAYS = 84;
const names = {
  "mastercard-bs": "Betalingsservice simulator",
  debitdirect: "DebitDirect simulator",
  paynl: "PAY. simulator",
};
const typescript = (...args) => ["--import", "tsx", ...args];

/**
 * Chooses the ports that are not chosen yet. Those of the simulators stand in the database and in what was sent, so
 * they stay; the app's own may change. Says whether it did.
 */
async function choosePorts(data, wanted) {
  const { ports } = data;
  for (const [id, name] of Object.entries(names)) {
    if (ports[id] !== 0 && !(await isFree(ports[id])))
      throw new Trouble(
        `Port ${ports[id]} is in use, and the ${name} of the demo in ${data.folder} belongs there. ` +
          "Stop what uses it (another demo with the same folder?), or start anew (--fresh).",
      );
    ports[id] ||= await freePort(Object.values(ports));
  }
  if (wanted && !(await isFree(wanted)))
    throw new Trouble(`Port ${wanted} is in use. Give another one (--port), or none to get a free one.`);
  const before = ports.app;
  if (wanted) ports.app = wanted;
  else if (before === 0 || !(await isFree(before))) ports.app = await freePort(Object.values(ports));
  saveData(data);
  return { moved: before !== 0 && before !== ports.app };
}

/**
 * Sees that the database is either this demo's, whole, or empty: what an earlier start left half done goes, and one
 * that is somebody else's is refused. Says whether it must be filled.
 */
async function prepareDatabase(data, run, startAfresh) {
  const found = (await run("database", typescript("scripts/demo-database.ts", "look"))).trim();
  if (found === "foreign")
    throw new Trouble("The database holds tables of something else. Give an empty one (--database).");
  if (found === "real")
    throw new Trouble(
      "The database has connections to real providers. A demo never touches such a database.",
    );
  if (data.seeding === "done" && found === "demo") return false;
  if (found === "demo" && data.seeding === "new" && !startAfresh)
    throw new Trouble(
      `The database holds data that is not of the demo in ${data.folder}. Give an empty one (--database), or let it be emptied (--fresh).`,
    );
  if (found === "demo") await run("database", typescript("scripts/demo-database.ts", "empty"));
  forgetSimulators(data);
  data.seeding = "begun";
  saveData(data);
  return true;
}

async function untilHealthy(url) {
  let last = "no answer";
  for (const end = Date.now() + READY_WITHIN_MS; Date.now() < end; ) {
    try {
      const answer = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(5_000) });
      if (answer.ok) return;
      last = `${answer.status} ${(await answer.text()).slice(0, 200)}`;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Trouble(`The app did not get ready in ${READY_WITHIN_MS / 1000} seconds: ${last}`);
}

/**
 * Starts simulators, app and worker on a demo's data, and fills it when it is new. `history`: with three months behind
 * it, made by moving the clock through them; else with people and connections only. `remember`: what the simulators
 * hold outlives them, which costs each of their answers a writing of all of it.
 * @param {import("./demo-data.mjs").DemoData} data
 * @param {{ family: import("./family.mjs").Family, port?: number, startAfresh?: boolean, history: boolean, remember?: boolean }} how
 * @returns {Promise<{
 *   url: string,
 *   simulators: Record<"mastercard-bs" | "debitdirect" | "paynl", string>,
 *   restart: Record<"app" | "worker", () => Promise<void>>,
 * }>} `restart` starts one once more, after it was killed.
 */
export async function startStack(data, how) {
  const { family, port, startAfresh = false, history, remember = true } = how;
  const { moved } = await choosePorts(data, port);
  const environment = environmentOf(data);
  const run = (name, args, more) => family.run(name, args, { ...environment, ...more });
  const start = (name, args, more) => family.start(name, args, { ...environment, ...more });

  const isNew = await prepareDatabase(data, run, startAfresh);
  await run("migration", typescript("scripts/migrate.ts"));
  // What the simulators remember must not be of a later time than what comes.
  if (isNew && history) setBack(data, HISTORY_DAYS);
  const place = remember ? {} : { SIM_STATE_DIR: undefined };
  const simulators = JSON.parse(await start("simulators", typescript("simulators/main.ts"), place));
  const url = `http://127.0.0.1:${data.ports.app}`;
  const startApp = async () => {
    await start("app", [NEXT, "start", "-H", "127.0.0.1", "-p", String(data.ports.app)], {
      NODE_ENV: "production",
    });
    await Promise.race([untilHealthy(url), family.broken]);
  };
  await startApp();
  if (isNew) say(history ? "Making three months of history …" : "Making people and connections …");
  const fill = isNew ? (history ? "history" : "people") : "nothing";
  await run("seed", typescript("scripts/seed.ts"), {
    SEED: JSON.stringify({ fill, moved: moved && !isNew, people: data.people, simulators }),
  });
  data.seeding = "done";
  saveData(data);
  // Only now: while the clock runs through history, the seed itself does the worker's part.
  const startWorker = async () => {
    await start("worker", typescript("scripts/worker.ts"));
  };
  await startWorker();
  await untilHealthy(url);
  return { url, simulators, restart: { app: startApp, worker: startWorker } };
}
