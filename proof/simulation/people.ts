import { and, asc, eq } from "drizzle-orm";
import { mandates, messages, payments, submissions } from "@/db/schema";
import { addCredential } from "@/lib/connections/credential";
import { askProvider } from "@/lib/inbox/ask";
import { replayMessage } from "@/lib/inbox/replay";
import { dayIn } from "@/lib/kernel/instant";
import { recordEnd } from "@/lib/mandates/record-end";
import { stopMandate } from "@/lib/mandates/stop";
import { cancelPayment } from "@/lib/payments/cancel";
import { createPayment } from "@/lib/payments/create";
import { replanPayment } from "@/lib/payments/replan";
import { askAgain } from "@/lib/submissions/ask-again";
import { resolveUnknown } from "@/lib/submissions/resolve-unknown";
import { sendSubmission } from "@/lib/submissions/send";
import { sendAgain } from "@/lib/submissions/send-again";
import { toldEnd } from "@/lib/testing/told-end";
import { credentialOf, takeMandate } from "./arrange";
import { forge } from "./events";
import { failedBy } from "./failures";
import type { World } from "./world";

/** Amounts of which the simulated banks tell a story, and ordinary ones. */
const amounts = ["1.236,75", "80,00", "80,13", "80,66", "125,01", "125,02", "125,03", "125,06", "125,07"];

const reason = "because";

/** One of the rows, or null when there is none. */
function some<T>(world: World, rows: readonly T[]): T | null {
  return rows.length === 0 ? null : world.dice.pick(rows);
}

const allPayments = ({ read }: World) => read.select().from(payments).orderBy(asc(payments.id));
const allMandates = ({ read }: World) => read.select().from(mandates).orderBy(asc(mandates.id));
const submissionsIn = ({ read }: World, state: "unknown" | "intended") =>
  read.select().from(submissions).where(eq(submissions.state, state)).orderBy(asc(submissions.id));

/** What a verb left is tried at once in the same request, or left to the worker when that request dies. */
async function firstAttempt(world: World, submissionId: string | null): Promise<void> {
  if (submissionId && world.dice.chance(0.7)) await sendSubmission(world.as("finance"), submissionId);
}

async function newPayment(world: World): Promise<void> {
  const mandate = some(world, await allMandates(world));
  if (!mandate) return;
  const key = world.dice.chance(0.5)
    ? { key: `press-${world.dice.below(3)}`, fingerprint: mandate.id }
    : undefined;
  const made = await createPayment(
    world.as("finance"),
    {
      mandateId: mandate.id,
      values: { amount: world.dice.pick(amounts), text: "Usage" },
      despiteDuplicate: world.dice.chance(0.8),
    },
    key,
  );
  await firstAttempt(world, made.submissionId);
}

async function newMandate(world: World): Promise<void> {
  const debtorId = world.dice.pick(world.debtorIds);
  await firstAttempt(
    world,
    await takeMandate(world, debtorId, world.dice.pick(["1111", "1111", "0005", "0009"])),
  );
}

async function stop(world: World): Promise<void> {
  const mandate = some(world, await allMandates(world));
  const act = world.dice.pick(["suspend", "resume", "resume", "end", "told"] as const);
  if (mandate && act === "told")
    await recordEnd(
      world.as("finance"),
      toldEnd([mandate.id], {
        note: reason,
        effectiveOn: dayIn(world.runtime.clock.now(), "Europe/Copenhagen"),
      }),
    );
  else if (mandate && act !== "told")
    await firstAttempt(world, await stopMandate(world.as("finance"), { mandateId: mandate.id, act, reason }));
}

/** A verdict of somebody who has looked at the provider's own pages: it is true, or it is a mistake. */
async function resolve(world: World): Promise<void> {
  const one = some(world, await submissionsIn(world, "unknown"));
  const verdict = world.dice.pick(["did_happen", "did_not_happen"] as const);
  if (one) await resolveUnknown(world.as("finance"), { submissionId: one.id, verdict, reason });
}

/** A second pair of eyes that releases at once what is proven absent: the worst that haste can do. */
export function startApprover(world: World): void {
  const { scheduler } = world;
  const look = async () => {
    for (;;) {
      await scheduler.sleep(world.dice.spread(300, world.plan.spanMs / 20));
      for (const one of await submissionsIn(world, "unknown"))
        if (one.absences >= 2 && one.nextAt === null)
          await sendAgain(world.as("finance", { approver: true, name: "second" }), one.id).catch(
            failedBy(world, "approver"),
          );
    }
  };
  scheduler.begin("approver", look, failedBy(world, "approver"));
}

const nameOfPayment = async (world: World) => some(world, await allPayments(world))?.id ?? null;

const acts: Record<string, (world: World) => Promise<unknown>> = {
  "new payment": newPayment,
  "new mandate": newMandate,
  cancel: async (world) => {
    const paymentId = await nameOfPayment(world);
    if (paymentId) await firstAttempt(world, await cancelPayment(world.as("finance"), { paymentId, reason }));
  },
  replan: async (world) => {
    const id = await nameOfPayment(world);
    if (id) await replanPayment(world.as("finance"), id);
  },
  "ask again": async (world) => {
    const one = some(world, await submissionsIn(world, "unknown"));
    if (one) await askAgain(world.as("agent"), one.id);
  },
  "ask provider": async (world) => {
    const id = await nameOfPayment(world);
    if (id) await askProvider(world.as("agent"), { noun: "payment", id });
  },
  resolve,
  "send again": async (world) => {
    if (!world.plan.releases) return;
    const one = some(world, await submissionsIn(world, "unknown"));
    if (one) await sendAgain(world.as("finance", { approver: true, name: "second" }), one.id);
  },
  stop,
  replay: async (world) => {
    const parked = await world.read
      .select()
      .from(messages)
      .where(and(eq(messages.direction, "in"), eq(messages.state, "parked")))
      .orderBy(asc(messages.id));
    const one = some(world, parked);
    if (one) await replayMessage(world.as("admin"), one.id);
  },
  credential: (world) =>
    addCredential(world.as("admin"), {
      connectionId: world.connectionId,
      values: credentialOf[world.plan.provider](),
    }),
  forge: async (world) => forge(world),
};

const weights = {
  debitdirect: {
    "new payment": 8,
    cancel: 3,
    replan: 2,
    "ask again": 2,
    "ask provider": 1,
    resolve: 1,
    "send again": 2,
    stop: 2,
    replay: 1,
    credential: 1,
    forge: 1,
  },
  paynl: {
    "new payment": 8,
    "new mandate": 2,
    cancel: 2,
    replan: 1,
    "ask again": 2,
    "ask provider": 1,
    resolve: 1,
    "send again": 4,
    stop: 2,
    replay: 1,
    credential: 1,
    forge: 1,
  },
  "mastercard-bs": { "new mandate": 8, "ask again": 3, resolve: 1, "send again": 1, stop: 2, credential: 1 },
} as const;

/** Somebody does something; the first always makes what there is to lose. */
export function drawAct(world: World, first: boolean): { name: string; run(): Promise<unknown> } {
  const { provider } = world.plan;
  const making = provider === "mastercard-bs" ? "new mandate" : "new payment";
  const name = first ? making : world.dice.weighted<string>(weights[provider]);
  return { name, run: async () => acts[name]?.(world) };
}
