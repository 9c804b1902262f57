import { parseArgs } from "node:util";

const USAGE = `npx tsx proof/kill/main.ts [--engine sqlite|postgres] [--kills N | --seconds N] [--seed N] [--lanes N]
npx tsx proof/kill/main.ts --batch N [--engine …] [--kills N] [--seed N]

Kills the real worker and app of a desk again and again, lets them come back, and judges the books. Ends with 1 on any
violation, and when a round does not come to its end. --batch: one run of N payments, its worker killed again and again.`;

const { values } = parseArgs({
  options: {
    engine: { type: "string", default: "sqlite" },
    kills: { type: "string" },
    seconds: { type: "string" },
    seed: { type: "string" },
    batch: { type: "string" },
    lanes: { type: "string", default: "3" },
    help: { type: "boolean", default: false },
  },
});
if (values.help || !["sqlite", "postgres"].includes(values.engine)) {
  console.log(USAGE);
  process.exit(values.help ? 0 : 1);
}
const engine = values.engine === "postgres" ? "postgres" : "sqlite";
// The tables take their form from the address when they are first read.
process.env.DATABASE_URL = engine === "postgres" ? "postgres://chosen-later" : "file:chosen-later";
const { runBatch } = await import("./batch");
const { runProgramme } = await import("./programme");

const seed = Number(values.seed ?? Date.now() % 1_000_000_000);
let until = values.seconds ? Date.now() + Number(values.seconds) * 1000 : Number.POSITIVE_INFINITY;
const kills = Number(values.kills ?? (values.seconds ? Number.POSITIVE_INFINITY : 100));
const started = Date.now();
const tell = (line: string) => process.stderr.write(`\r${line}`);
const took = () => `${Math.round((Date.now() - started) / 1000)} s`;

if (values.batch) {
  const payments = Number(values.batch);
  const { violations } = await runBatch({ engine, seed, payments, kills, tell });
  process.stderr.write("\n");
  for (const { invariant, subject, what } of violations)
    console.log(`VIOLATION ${invariant} ${subject}: ${what}`);
  console.log(
    `${engine}: ${kills} kills in one run of ${payments}, ${violations.length} violations, seed ${seed}, ${took()}`,
  );
  process.exit(violations.length > 0 ? 1 : 0);
}

// What is under way comes to its end, and what was found is told.
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => {
    until = 0;
  });
const summary = await runProgramme({
  engine,
  seed,
  lanes: Number(values.lanes),
  enough: (so) => so.kills >= kills || Date.now() > until || so.violations.length >= 20,
  tell,
});
process.stderr.write("\n");
for (const [name, { planned, struck }] of [...summary.byName].sort())
  console.log(`${name.padEnd(28)} ${String(struck).padStart(5)} of ${planned}`);
for (const { seed: of, plan, violation } of summary.violations)
  console.log(
    `VIOLATION ${violation.invariant} ${violation.subject}: ${violation.what} (seed ${of}: ${plan})`,
  );
console.log(
  `${engine}: ${summary.kills} kills in ${summary.rounds} rounds, ${summary.violations.length} violations, seed ${seed}, ${took()}`,
);
process.exit(summary.violations.length > 0 ? 1 : 0);
