import { setTimeout as pause } from "node:timers/promises";
import { count, isNotNull } from "drizzle-orm";
import type { Engine } from "@/db/engine";
import { submissions } from "@/db/schema";
import { createPayment } from "@/lib/payments/create";
import type { Violation } from "@/proof/auditor/rows";
import { bundlePrograms } from "./bundle";
import { type KillDesk, openDesk } from "./desk";
import { openSource } from "./engines";
import { randomFrom } from "./random";
import { judgeNow } from "./round";
import { letWork, PAST_EVERY_LEASE_MS } from "./watch";

const DEBTORS = 10;
const STUCK_MS = 120_000;

interface Batch {
  engine: Engine;
  seed: number;
  payments: number;
  kills: number;
  tell?: (line: string) => void;
}

async function closedSoFar(desk: KillDesk): Promise<number> {
  const [row] = await desk.db.read
    .select({ n: count() })
    .from(submissions)
    .where(isNotNull(submissions.closedAt));
  return row?.n ?? 0;
}

async function writeDown(desk: KillDesk, payments: number): Promise<void> {
  const finance = desk.as("finance");
  for (let n = 0; n < payments; n += 1) {
    const mandateId = desk.mandates.debitdirect[n % DEBTORS] ?? "";
    const values = { amount: `${100 + (n % 900)},25`, text: "Heat" };
    await createPayment(finance, { mandateId, values, despiteDuplicate: true });
  }
}

/** P4: one run of many payments, whose worker dies again and again, spread over the whole of it. */
export async function runBatch(how: Batch): Promise<{ kills: number; violations: Violation[] }> {
  const programs = await bundlePrograms();
  const source = await openSource(how.engine);
  try {
    const desk = await openDesk(source, programs, "batch", DEBTORS);
    await writeDown(desk, how.payments);
    const random = randomFrom(how.seed);
    const before = await closedSoFar(desk);
    const violations: Violation[] = [];
    for (let kills = 1; kills <= how.kills; kills += 1) {
      const goal = before + Math.floor((how.payments * kills) / (how.kills + 1));
      const worker = desk.start("worker");
      for (const end = Date.now() + STUCK_MS; (await closedSoFar(desk)) < goal; await pause(10))
        if (worker.end() || Date.now() > end) throw new Error("the run does not go on");
      await pause(random.between(0, 40));
      worker.kill("SIGKILL");
      await worker.ended;
      desk.clock.machinePass(PAST_EVERY_LEASE_MS);
      if (kills % 10 === 0) violations.push(...(await judgeNow(desk, false)));
      how.tell?.(`${kills} kills, ${goal - before} of ${how.payments}, ${violations.length} violations`);
    }
    const worker = desk.start("worker");
    await worker.ready();
    await letWork(desk, { done: () => worker.end() !== null, person: async () => undefined });
    worker.kill("SIGTERM");
    await worker.ended;
    violations.push(...(await judgeNow(desk, true)));
    await desk.close();
    return { kills: how.kills, violations };
  } finally {
    await source.close();
    programs.remove();
  }
}
