import { and, eq } from "drizzle-orm";
import { connections, payments } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { providerOf } from "@/lib/connections/open-line";
import type { Ctx } from "@/lib/context";
import { admitEvidence } from "@/lib/evidence/admit";
import type { Source } from "@/lib/evidence/source";
import { type Connection, storeExchange } from "@/lib/messages/store-exchange";
import type { Hint, Line, PaymentRef, Reading } from "@/lib/providers/contract";

const PAGES_AT_MOST = 500;

/** Keeps what a read answered and lets its evidence in; says in words what each piece did. */
export async function admitReading(
  ctx: Ctx,
  connection: Connection,
  reading: Reading,
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
    for (const evidence of reading.evidence)
      effects.push(await admitEvidence(tx, ctx, connection, evidence, source));
    if (reading.exchange.result.kind === "answered" && reading.outcome !== "unreadable")
      await tx
        .update(connections)
        .set({ lastOkAt: ctx.clock.now() })
        .where(eq(connections.id, connection.id));
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
    const { reading, next }: { reading: Reading; next: string | null } = await list(line, cursor);
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

/** A message may carry only our own reference; the provider is asked under its own name for the payment. */
async function withProviderId(ctx: Ctx, connection: Connection, ref: PaymentRef): Promise<PaymentRef> {
  if (ref.providerId || !ref.reference) return ref;
  const [row] = await ctx.db.read
    .select({ providerId: payments.providerId })
    .from(payments)
    .where(and(eq(payments.connectionId, connection.id), eq(payments.reference, ref.reference)));
  return row?.providerId ? { ...ref, providerId: row.providerId } : ref;
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
      : await provider.readPayments(line, [await withProviderId(ctx, connection, hint.ref)]);
  const effects: string[] = [];
  for (const reading of readings)
    effects.push(...(await admitReading(ctx, connection, reading, `read ${hint.about}`)));
  return { effects, complete: readings.every((one) => one.outcome !== "unreadable") };
}
