import { and, eq } from "drizzle-orm";
import { isUniqueViolation } from "@/db/errors";
import { connections, mandates, payments } from "@/db/schema";
import { inTransaction, rehearse } from "@/db/transaction";
import { providerOf } from "@/lib/connections/open-line";
import type { Ctx } from "@/lib/context";
import { crashPoint } from "@/lib/crash-point";
import { admitEvidence } from "@/lib/evidence/admit";
import { type Admitted, type Did, nowhere } from "@/lib/evidence/admitted";
import type { Source } from "@/lib/evidence/source";
import { AppError } from "@/lib/kernel/errors";
import { faultLine, log } from "@/lib/log";
import { withStorableTexts } from "@/lib/messages/storable";
import { type Connection, storeExchange } from "@/lib/messages/store-exchange";
import type {
  Evidence,
  Hint,
  Line,
  ListPage,
  PaymentRef,
  ProviderModule,
  Reading,
} from "@/lib/providers/contract";
import { openTask } from "@/lib/tasks/tasks";

const PAGES_AT_MOST = 500;
const TRIES = 4;

/** Somebody else let the same news in at the same moment: what was read is judged again by what stands there now. */
const wasFirst = (error: unknown): boolean =>
  isUniqueViolation(error) || (error instanceof AppError && error.code === "changed_meanwhile");

/** How what was read is let in: for good, or only to see what it would come to. */
type Unit = typeof inTransaction;

/** Keeps what a read answered and lets its evidence in; says what each piece did. */
export async function admitReading(
  ctx: Ctx,
  connection: Connection,
  { reading, title }: Titled,
): Promise<Admitted[]> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await admitAll(ctx, connection, reading, reading.evidence, title, inTransaction);
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
  const admitted: Admitted[] = [];
  for (const evidence of reading.evidence)
    admitted.push(...(await admitAlone(ctx, connection, reading, evidence, title)));
  return admitted;
}

/** What letting it in would come to, by the same path; nothing is kept. */
function rehearseReading(ctx: Ctx, connection: Connection, { reading, title }: Titled): Promise<Admitted[]> {
  return admitAll(ctx, connection, reading, reading.evidence, title, rehearse);
}

async function admitAlone(
  ctx: Ctx,
  connection: Connection,
  reading: Reading,
  evidence: Evidence,
  title: string,
): Promise<Admitted[]> {
  try {
    return await admitAll(ctx, connection, reading, [evidence], title, inTransaction);
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
    return [admittedBy(evidence, nowhere("failed"))];
  }
}

const admittedBy = ({ about, word, rule }: Evidence, did: Did): Admitted => ({ ...did, about, word, rule });

async function admitAll(
  ctx: Ctx,
  connection: Connection,
  reading: Reading,
  pieces: readonly Evidence[],
  title: string,
  unit: Unit,
): Promise<Admitted[]> {
  return unit(ctx.db, async (tx) => {
    let stored: Promise<string> | undefined;
    const source: Source = {
      message: () => {
        stored ??= storeExchange(tx, ctx, connection, reading.exchange, { title });
        return stored;
      },
    };
    const admitted: Admitted[] = [];
    for (const piece of pieces) {
      const evidence = withStorableTexts(piece);
      admitted.push(admittedBy(evidence, await admitEvidence(tx, ctx, connection, evidence, source)));
    }
    if (reading.exchange.result.kind === "answered" && reading.outcome !== "unreadable")
      await tx
        .update(connections)
        .set({ lastOkAt: ctx.clock.now() })
        .where(eq(connections.id, connection.id));
    crashPoint("reading.admitting");
    return admitted;
  });
}

/** A reading with the name under which it is kept. */
export interface Titled {
  reading: Reading;
  title: string;
}

/** Every page of a list. The pages end early at an unreadable one, or when there are absurdly many. */
async function* pagesOf(
  provider: ProviderModule,
  line: Line,
  kind: ListKind,
): AsyncGenerator<Titled, boolean> {
  const list = listOf(provider, kind);
  if (!list) return true;
  let cursor: string | null = null;
  for (let page = 0; page < PAGES_AT_MOST; page += 1) {
    const { reading, next }: ListPage = await list(line, cursor);
    yield { reading, title: `list ${kind}` };
    if (reading.outcome !== "read") return false;
    if (next === null) return true;
    cursor = next;
  }
  return false;
}

type ListKind = "mandates" | "payments";
const listOf = (provider: ProviderModule, kind: ListKind) =>
  kind === "mandates" ? provider.listMandates : provider.listPayments;

/** What was read again, and whether all of it could be. */
export interface ReadAgain {
  admitted: Admitted[];
  complete: boolean;
  /** Each object that was asked for by name, and the provider does not have. */
  absent: number;
}

/** Lets page after page in. Stops early at an unreadable page: the rest is for the next time. */
export async function readList(
  ctx: Ctx,
  connection: Connection,
  line: Line,
  kind: ListKind,
): Promise<ReadAgain> {
  return letIn(pagesOf(providerOf(ctx, connection), line, kind), (titled) =>
    admitReading(ctx, connection, titled),
  );
}

async function letIn(
  readings: AsyncGenerator<Titled, boolean>,
  admit: (titled: Titled) => Promise<Admitted[]>,
): Promise<ReadAgain> {
  const read: ReadAgain = { admitted: [], complete: true, absent: 0 };
  for (let step = await readings.next(); ; step = await readings.next()) {
    if (step.done) return { ...read, complete: step.value };
    if (step.value.reading.outcome === "absent") read.absent += 1;
    read.admitted.push(...(await admit(step.value)));
  }
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

/** What a hint makes us read; the network is spoken to here and nowhere below. */
async function* readingsOf(
  ctx: Ctx,
  connection: Connection,
  line: Line,
  hint: Hint,
): AsyncGenerator<Titled, boolean> {
  const provider = providerOf(ctx, connection);
  if (hint.about === "mandates" || hint.about === "payments")
    return yield* pagesOf(provider, line, hint.about);
  const readings =
    hint.about === "mandate"
      ? await provider.readMandates(line, [hint.ref])
      : await provider.readPayments(line, [await withKnownNames(ctx, connection, hint.ref)]);
  for (const reading of readings) yield { reading, title: `read ${hint.about}` };
  return readings.every((one) => one.outcome !== "unreadable");
}

/** No list to read: the next poll asks about everything open. */
const needsPoll = (provider: ProviderModule, { about }: Hint): boolean =>
  (about === "mandates" || about === "payments") && !listOf(provider, about);

const askedForPoll = ({ about }: Hint): ReadAgain => ({
  admitted: [
    {
      ...nowhere("asked for a poll"),
      about: about === "mandate" || about === "mandates" ? "mandate" : "payment",
      word: "",
      rule: "",
    },
  ],
  complete: true,
  absent: 0,
});

/** Reads again what a message hints at. `complete` is false when the provider could not be read: try later. */
export async function readHint(ctx: Ctx, connection: Connection, line: Line, hint: Hint): Promise<ReadAgain> {
  if (needsPoll(providerOf(ctx, connection), hint)) {
    await pollSoon(ctx, connection);
    return askedForPoll(hint);
  }
  return letIn(readingsOf(ctx, connection, line, hint), (titled) => admitReading(ctx, connection, titled));
}

/** The same reads, and what they would come to: each is let in by the same path, and taken back. */
export async function rehearseHint(
  ctx: Ctx,
  connection: Connection,
  line: Line,
  hint: Hint,
): Promise<ReadAgain> {
  if (needsPoll(providerOf(ctx, connection), hint)) return askedForPoll(hint);
  return letIn(readingsOf(ctx, connection, line, hint), (titled) => rehearseReading(ctx, connection, titled));
}
