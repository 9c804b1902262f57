import { and, eq } from "drizzle-orm";
import { isUniqueViolation } from "@/db/errors";
import { connections, mandates, payments } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { providerOf } from "@/lib/connections/open-line";
import type { Ctx } from "@/lib/context";
import { crashPoint } from "@/lib/crash-point";
import { admitEvidence } from "@/lib/evidence/admit";
import { cleanEvidence } from "@/lib/evidence/clean";
import type { Source } from "@/lib/evidence/source";
import { AppError } from "@/lib/kernel/errors";
import { faultLine, log } from "@/lib/log";
import { type Connection, storeExchange } from "@/lib/messages/store-exchange";
import type { Evidence, Hint, Line, ListPage, PaymentRef, Reading } from "@/lib/providers/contract";
import { openTask } from "@/lib/tasks/tasks";

const PAGES_AT_MOST = 500;
const TRIES = 4;

/** Somebody else let the same news in at the same moment: what was read is judged again by what stands there now. */
const wasFirst = (error: unknown): boolean =>
  isUniqueViolation(error) || (error instanceof AppError && error.code === "changed_meanwhile");

/** Keeps what a read answered and lets its evidence in; says in words what each piece did. */
export async function admitReading(
  ctx: Ctx,
  connection: Connection,
  reading: Reading,
  title: string,
): Promise<string[]> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await admitAll(ctx, connection, reading, reading.evidence, title);
    } catch (error) {
      if (attempt < TRIES && wasFirst(error)) continue;
      log("error", "a reading could not be admitted whole", {
        connection: connection.id,
        fault: faultLine(error),
      });
      break;
    }
  }
  // One piece must not blind us to the others: each gets its own transaction, and the bad one a person.
  const effects: string[] = [];
  for (const evidence of reading.evidence)
    effects.push(...(await admitAlone(ctx, connection, reading, evidence, title)));
  return effects;
}

async function admitAlone(
  ctx: Ctx,
  connection: Connection,
  reading: Reading,
  evidence: Evidence,
  title: string,
): Promise<string[]> {
  try {
    return await admitAll(ctx, connection, reading, [evidence], title);
  } catch (error) {
    log("error", "evidence could not be admitted", { connection: connection.id, fault: faultLine(error) });
    await inTransaction(ctx.db, (tx) =>
      openTask(tx, ctx, {
        kind: "evidence_failed",
        noun: "connection",
        subjectId: `${connection.id}/${evidence.word}`,
        role: "admin",
        params: { word: evidence.word, about: evidence.about },
      }),
    );
    return ["failed"];
  }
}

async function admitAll(
  ctx: Ctx,
  connection: Connection,
  reading: Reading,
  pieces: readonly Evidence[],
  title: string,
): Promise<string[]> {
  return inTransaction(ctx.db, async (tx) => {
    let stored: Promise<string> | undefined;
    const source: Source = {
      message: () => {
        stored ??= storeExchange(tx, ctx, connection, reading.exchange, { title });
        return stored;
      },
    };
    const effects: string[] = [];
    for (const evidence of pieces)
      effects.push(await admitEvidence(tx, ctx, connection, cleanEvidence(evidence), source));
    if (reading.exchange.result.kind === "answered" && reading.outcome !== "unreadable")
      await tx
        .update(connections)
        .set({ lastOkAt: ctx.clock.now() })
        .where(eq(connections.id, connection.id));
    crashPoint("reading.admitting");
    return effects;
  });
}

/** Reads every page of a list. Stops early at an unreadable page: the rest is for the next time. */
export async function readList(
  ctx: Ctx,
  connection: Connection,
  line: Line,
  kind: "mandates" | "payments",
): Promise<{ effects: string[]; complete: boolean }> {
  const provider = providerOf(ctx, connection);
  const list = kind === "mandates" ? provider.listMandates : provider.listPayments;
  const effects: string[] = [];
  if (!list) return { effects, complete: true };
  let cursor: string | null = null;
  for (let page = 0; page < PAGES_AT_MOST; page += 1) {
    const { reading, next }: ListPage = await list(line, cursor);
    effects.push(...(await admitReading(ctx, connection, reading, `list ${kind}`)));
    if (reading.outcome !== "read") return { effects, complete: false };
    if (next === null) return { effects, complete: true };
    cursor = next;
  }
  return { effects, complete: false };
}

async function pollSoon(ctx: Ctx, connection: Connection): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    await tx
      .update(connections)
      .set({ nextPollAt: ctx.clock.now() })
      .where(eq(connections.id, connection.id));
  });
}

/** A message may name a payment by our reference alone; what the provider calls it and its mandate, our books know. */
async function withKnownNames(ctx: Ctx, connection: Connection, ref: PaymentRef): Promise<PaymentRef> {
  if (ref.providerId || !ref.reference) return ref;
  const [row] = await ctx.db.read
    .select({ payment: payments.providerId, mandate: mandates.providerId })
    .from(payments)
    .innerJoin(mandates, eq(mandates.id, payments.mandateId))
    .where(and(eq(payments.connectionId, connection.id), eq(payments.reference, ref.reference)));
  return {
    ...ref,
    ...(row?.payment ? { providerId: row.payment } : {}),
    ...(row?.mandate && !ref.mandateProviderId ? { mandateProviderId: row.mandate } : {}),
  };
}

/** Reads again what a message hints at. `complete` is false when the provider could not be read: try later. */
export async function readHint(
  ctx: Ctx,
  connection: Connection,
  line: Line,
  hint: Hint,
): Promise<{ effects: string[]; complete: boolean }> {
  const provider = providerOf(ctx, connection);
  if (hint.about === "mandates" || hint.about === "payments") {
    const listed = hint.about === "mandates" ? provider.listMandates : provider.listPayments;
    if (listed) return readList(ctx, connection, line, hint.about);
    // No list to read: the next poll asks about everything open, and its turn is now.
    await pollSoon(ctx, connection);
    return { effects: ["asked for a poll"], complete: true };
  }
  const readings =
    hint.about === "mandate"
      ? await provider.readMandates(line, [hint.ref])
      : await provider.readPayments(line, [await withKnownNames(ctx, connection, hint.ref)]);
  const effects: string[] = [];
  for (const reading of readings)
    effects.push(...(await admitReading(ctx, connection, reading, `read ${hint.about}`)));
  return { effects, complete: readings.every((one) => one.outcome !== "unreadable") };
}
