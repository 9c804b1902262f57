import "./kit/node-version.mjs";
import { spawn } from "node:child_process";
import { parseArgs } from "node:util";
import { whenOrphaned } from "./kit/orphaned.mjs";
import { root } from "./kit/root.mjs";
import { main, say, Trouble } from "./kit/say.mjs";

/**
 * `npm run test:long`: what takes longer than anybody waits for. `-- --part NAME` runs one part, and more than once
 * some. `--count N` and `--seconds N` say how long each goes on, `--seed S` where it begins, `--database
 * sqlite|postgres|both` where; `--plan JSON` looks at one corner of the simulation, `--lanes N` holds it and the planted
 * bugs to so many processes.
 */
const asked = ["count", "seconds", "seed", "database", "plan", "lanes"];
/** What each part makes use of; alone it refuses the others, so that nobody thinks that they were heeded. */
const takes = {
  simulation: asked,
  kill: ["count", "seconds", "seed", "database", "lanes"],
  network: ["count", "seed", "database"],
  planted: ["count", "lanes"],
};

/** The options that were given, by the names that a part has for them. */
const handOn = (given, names) =>
  Object.entries(names).flatMap(([name, theirs]) => (given[name] === undefined ? [] : [theirs, given[name]]));

const enginesOf = ({ database = "both" }) => (database === "both" ? ["sqlite", "postgres"] : [database]);
const typescript = (program, args = []) => ({ args: ["--import", "tsx", program, ...args] });

/** Each part as the programs that it is, one after the other. */
const parts = {
  simulation: (given) => [
    typescript(
      "proof/simulation/main.ts",
      handOn(given, {
        count: "--count",
        seconds: "--seconds",
        seed: "--seed",
        database: "--database",
        plan: "--plan",
        lanes: "--lanes",
      }),
    ),
  ],
  kill: (given) =>
    enginesOf(given).map((engine) =>
      typescript("proof/kill/main.ts", [
        "--engine",
        engine,
        ...handOn(given, { count: "--kills", seconds: "--seconds", seed: "--seed", lanes: "--lanes" }),
      ]),
    ),
  // Every byte, and five hundred bodies.
  network: (given) => [
    {
      args: [
        "node_modules/vitest/vitest.mjs",
        "run",
        "proof/network",
        ...enginesOf(given).flatMap((engine) => ["--project", engine]),
      ],
      env: { PROOF_EVERY: "1", PROOF_BODIES: given.count ?? "500", PROOF_SEED: given.seed ?? "1" },
    },
  ],
  planted: (given) => [
    typescript("proof/planted/run.ts", handOn(given, { lanes: "--lanes", count: "--schedules" })),
  ],
};

function read() {
  const text = { type: "string" };
  const options = {
    part: { ...text, multiple: true },
    ...Object.fromEntries(asked.map((name) => [name, text])),
  };
  let given;
  try {
    given = parseArgs({ options }).values;
  } catch (error) {
    throw new Trouble(error.message);
  }
  const strange = (given.part ?? []).filter((name) => !(name in parts));
  if (strange.length > 0)
    throw new Trouble(`No part ${strange.join(", ")}; there are ${Object.keys(parts).join(", ")}.`);
  for (const part of given.part ?? [])
    for (const name of asked)
      if (given[name] !== undefined && !takes[part].includes(name))
        throw new Trouble(`--part ${part} makes no use of --${name}; it takes ${takes[part].join(", ")}.`);
  if (!["sqlite", "postgres", "both"].includes(given.database ?? "both"))
    throw new Trouble(`--database is ${given.database}; there are sqlite, postgres and both.`);
  return { chosen: given.part ?? Object.keys(parts), given };
}

let running;

function run({ args, env = {} }) {
  running = spawn(process.execPath, args, { cwd: root, stdio: "inherit", env: { ...process.env, ...env } });
  return new Promise((resolve, reject) => {
    running.once("error", reject);
    running.once("exit", (code) => resolve(code === 0));
  });
}

main(async () => {
  const { chosen, given } = read();
  const giveUp = () => {
    running?.kill("SIGTERM");
    process.exit(1);
  };
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, giveUp);
  whenOrphaned(giveUp);
  const failed = [];
  for (const part of chosen) {
    say(`== ${part}`);
    for (const program of parts[part](given)) if (!(await run(program))) failed.push(part);
  }
  if (failed.length > 0) throw new Trouble(`Failed: ${[...new Set(failed)].join(", ")}.`);
  say("All parts held.");
});
