import type { Engine } from "@/db/engine";
import { bundlePrograms } from "./bundle";
import { openDesk } from "./desk";
import { openSource } from "./engines";
import { nameOf, type Plan, randomPlan } from "./plan";
import { randomFrom } from "./random";
import { Round, type RoundReport } from "./round";

/** A desk grows with every round; a fresh one keeps the judge quick. */
const ROUNDS_PER_DESK = 25;

export interface Summary {
  rounds: number;
  kills: number;
  /** How often each kind of death was planned, and how often it came about. */
  byName: Map<string, { planned: number; struck: number }>;
  violations: { seed: number; plan: string; violation: RoundReport["violations"][number] }[];
}

interface Programme {
  engine: Engine;
  seed: number;
  /** Given plans, one round each; without them, random ones until `enough`. */
  plans?: readonly Plan[];
  enough?: (summary: Summary) => boolean;
  lanes?: number;
  tell?: (line: string) => void;
}

function count(summary: Summary, report: RoundReport, plan: Plan, seed: number): void {
  summary.rounds += 1;
  for (const { name, struck } of report.blows) {
    const row = summary.byName.get(name) ?? { planned: 0, struck: 0 };
    summary.byName.set(name, { planned: row.planned + 1, struck: row.struck + (struck ? 1 : 0) });
    if (struck) summary.kills += 1;
  }
  const text = `${plan.fault}; ${plan.blows.map(nameOf).join(", ")}`;
  for (const violation of report.violations) summary.violations.push({ seed, plan: text, violation });
}

/** Round after round of deaths on one database engine, several desks side by side. */
export async function runProgramme(how: Programme): Promise<Summary> {
  const summary: Summary = { rounds: 0, kills: 0, byName: new Map(), violations: [] };
  const programs = await bundlePrograms();
  const source = await openSource(how.engine);
  let begun = 0;
  const next = (): { plan: Plan; seed: number } | undefined => {
    const seed = how.seed + begun;
    const plan = how.plans
      ? how.plans[begun]
      : how.enough?.(summary)
        ? undefined
        : randomPlan(randomFrom(seed));
    begun += 1;
    return plan ? { plan, seed } : undefined;
  };
  const lane = async (number: number) => {
    let turn = next();
    for (let life = 1; turn; life += 1) {
      const desk = await openDesk(source, programs, `desk_${number}_${life}`);
      let round: Round | undefined;
      for (let rounds = 0; turn && rounds < ROUNDS_PER_DESK; rounds += 1) {
        const { plan, seed } = turn;
        round = new Round(desk, randomFrom(seed ^ 0x5bd1e995), plan, round?.app);
        const report = await round.run();
        count(summary, report, plan, seed);
        how.tell?.(
          `round ${summary.rounds}, kills ${summary.kills}, violations ${summary.violations.length}`,
        );
        turn = next();
        // What is wrong stays wrong: the next round begins on sound books.
        if (report.violations.length > 0) break;
      }
      await round?.endApp();
      await desk.close();
    }
  };
  try {
    await Promise.all(Array.from({ length: how.lanes ?? 1 }, (_, number) => lane(number + 1)));
  } finally {
    await source.close();
    programs.remove();
  }
  return summary;
}
