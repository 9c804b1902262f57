import { findConnection, openLine, providerOf } from "@/lib/connections/open-line";
import type { Ctx } from "@/lib/context";
import { admitReading } from "@/lib/inbox/read-again";
import { AppError } from "@/lib/kernel/errors";
import type { Connection } from "@/lib/messages/store-exchange";
import type { Evidence, Line, ListPage, Reading } from "@/lib/providers/contract";
import { byHand, type FoundGap, ofEvidence, unread } from "./gap";
import { ourMandates, ourPayments } from "./ours";

const PAGES_AT_MOST = 2_000;

/** What a comparison knows while it reads. */
export interface Walk {
  ctx: Ctx;
  connection: Connection;
  line: Line;
  gaps: Map<string, FoundGap>;
  /** The provider's names of all that was read. */
  there: Set<string>;
  read: number;
  ours: number;
}

type Noun = "mandates" | "payments";

/** Reads everything open at the provider, lets it in at the door, and answers what does not fit our books. */
export async function readThere(
  ctx: Ctx,
  connectionId: string,
): Promise<Pick<Walk, "gaps" | "read" | "ours">> {
  const connection = await findConnection(ctx.db.read, ctx.creditorId, connectionId);
  const none = { gaps: new Map<string, FoundGap>(), read: 0, ours: 0 };
  let line: Line;
  try {
    line = await openLine(ctx, connection);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    note(none, unread("connection", error.code));
    return none;
  }
  const walk: Walk = { ...none, ctx, connection, line, there: new Set() };
  const offers = providerOf(ctx, connection).capabilities(connection.environment, connection.settings);
  if (offers.listMandates) await readList(walk, "mandates");
  await readOurMandates(walk);
  if (offers.listPayments) await readList(walk, "payments");
  await readOurPayments(walk);
  for (const gap of byHand(offers)) note(walk, gap);
  return walk;
}

const unreadList = (noun: Noun): FoundGap => unread(noun === "mandates" ? "mandate" : "payment", noun);

function note(walk: Pick<Walk, "gaps">, gap: FoundGap): void {
  walk.gaps.set(`${gap.kind} ${gap.noun} ${gap.subject}`, gap);
}

async function take(walk: Walk, reading: Reading, noun: Noun): Promise<void> {
  const { ctx, connection } = walk;
  if (reading.outcome === "unreadable") note(walk, unreadList(noun));
  const admitted = await admitReading(ctx, connection, { reading, title: `compare ${noun}` });
  reading.evidence.forEach((evidence, index) => {
    const name = nameOf(evidence);
    if (name) walk.there.add(name);
    walk.read += 1;
    const gap = ofEvidence(evidence, admitted[index]?.effect ?? "failed");
    if (gap) note(walk, gap);
  });
}

const nameOf = (evidence: Evidence): string | null =>
  evidence.about === "mandate" || evidence.about === "payment" ? evidence.providerId : null;

async function readList(walk: Walk, noun: Noun): Promise<void> {
  const provider = providerOf(walk.ctx, walk.connection);
  const list = noun === "mandates" ? provider.listMandates : provider.listPayments;
  let cursor: string | null = null;
  for (let page = 0; list && page < PAGES_AT_MOST; page += 1) {
    const { reading, next, unproven }: ListPage = await list(walk.line, cursor);
    await take(walk, reading, noun);
    if (unproven) note(walk, unreadList(noun));
    if (reading.outcome !== "read" || next === null) return;
    cursor = next;
  }
  note(walk, unreadList(noun));
}

/** Mandates that no list showed are asked about one by one; their debits come with them where the provider does so. */
async function readOurMandates(walk: Walk): Promise<void> {
  const provider = providerOf(walk.ctx, walk.connection);
  const rows = await ourMandates(walk);
  walk.ours += rows.length;
  for (const row of rows.filter((one) => !one.seen)) {
    const readings = await provider.readMandates(walk.line, [row.ref]);
    for (const reading of readings) await take(walk, reading, "mandates");
    if (readings.some((one) => one.outcome === "absent")) note(walk, row.missing);
  }
}

async function readOurPayments(walk: Walk): Promise<void> {
  const provider = providerOf(walk.ctx, walk.connection);
  const rows = await ourPayments(walk);
  walk.ours += rows.length;
  for (const row of rows.filter((one) => !one.seen)) {
    const readings = await provider.readPayments(walk.line, [row.ref]);
    for (const reading of readings) await take(walk, reading, "payments");
    if (readings.some((one) => one.outcome === "absent")) note(walk, row.missing);
  }
}
