import { and, count, desc, eq, isNull, max, min, ne, or } from "drizzle-orm";
import { agreements, credentials, mandates, runItems, runs } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { findConnection, openLine, providerOf } from "@/lib/connections/open-line";
import { rememberIdentity } from "@/lib/connections/remember-identity";
import type { Ctx } from "@/lib/context";
import { AppError } from "@/lib/kernel/errors";
import { type Connection, storeExchange } from "@/lib/messages/store-exchange";
import type { Probe } from "@/lib/providers/contract";
import type { Run } from "./door";
import type { Check } from "./states";

/** Our clock may be so far from the provider's; beyond it a cut-off could pass without our knowing. */
const MOST_SKEW_MS = 60_000;

type Found = Pick<Check, "code" | "ok" | "says" | "params">;

/** What a run would send through one connection. */
interface Share {
  connection: Connection;
  rows: number;
  firstCutoff: Date | null;
  lastCutoff: Date | null;
}

/**
 * Looks at everything that must be right before a run may send: asks each of its providers with a harmless call, in no
 * transaction, and keeps what was found with its instant.
 */
export async function checkRun(ctx: Ctx, run: Run): Promise<Check[]> {
  const checks: Check[] = [];
  for (const share of await sharesOf(ctx, run.id)) {
    const { connection } = share;
    const probe = await probeOf(ctx, connection);
    if (probe !== "closed") await keepProbe(ctx, connection, probe);
    const found = [
      clockCheck(probe),
      await credentialCheck(ctx, share, probe),
      identityCheck(connection, probe),
      await kindCheck(ctx, run, connection),
      cutoffCheck(ctx, share),
      await mandateCheck(ctx, run.id, connection.id),
    ];
    checks.push(
      ...found.map((one) => ({ ...one, connectionId: connection.id, connection: connection.name })),
    );
  }
  await inTransaction(ctx.db, async (tx) => {
    await tx.update(runs).set({ checks, checkedAt: ctx.clock.now() }).where(eq(runs.id, run.id));
  });
  return checks;
}

export const allGood = (checks: readonly Check[]): boolean =>
  checks.length > 0 && checks.every((check) => check.ok);

async function sharesOf(ctx: Ctx, runId: string): Promise<Share[]> {
  const rows = await ctx.db.read
    .select({
      connectionId: runItems.connectionId,
      rows: count(),
      firstCutoff: min(runItems.cutoffAt),
      lastCutoff: max(runItems.cutoffAt),
    })
    .from(runItems)
    .where(and(eq(runItems.runId, runId), or(eq(runItems.state, "planned"), eq(runItems.state, "issued"))))
    .groupBy(runItems.connectionId);
  const planned = await ctx.db.read
    .select({ connectionId: runItems.connectionId, firstCutoff: min(runItems.cutoffAt) })
    .from(runItems)
    .where(and(eq(runItems.runId, runId), eq(runItems.state, "planned")))
    .groupBy(runItems.connectionId);
  const shares: Share[] = [];
  for (const { connectionId, ...row } of rows) {
    if (connectionId === null) continue;
    const connection = await findConnection(ctx.db.read, ctx.creditorId, connectionId);
    const first = planned.find((one) => one.connectionId === connectionId)?.firstCutoff ?? null;
    shares.push({ ...row, connection, firstCutoff: first });
  }
  return shares.sort((a, b) => (a.connection.name < b.connection.name ? -1 : 1));
}

/** `closed`: there is no credential, or this desk must not speak to a real provider. */
async function probeOf(ctx: Ctx, connection: Connection): Promise<Probe | "closed"> {
  try {
    return await providerOf(ctx, connection).probe(await openLine(ctx, connection));
  } catch (error) {
    if (error instanceof AppError) return "closed";
    throw error;
  }
}

async function keepProbe(ctx: Ctx, connection: Connection, probe: Probe): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    await storeExchange(tx, ctx, connection, probe.exchange, { title: "probe", subjectId: connection.id });
    await rememberIdentity(tx, connection.id, probe.identity);
  });
}

function clockCheck(probe: Probe | "closed"): Found {
  const code = "clock";
  if (probe === "closed") return { code, ok: false, says: "not_asked", params: {} };
  const { result, sentAt, ms } = probe.exchange;
  if (result.kind !== "answered") return { code, ok: false, says: "not_asked", params: {} };
  const theirs = Date.parse(result.headers.date ?? "");
  // Nothing to measure by is no proof of a wrong clock; it is said.
  if (Number.isNaN(theirs)) return { code, ok: true, says: "not_told", params: {} };
  const skewMs = Math.round(sentAt.getTime() + ms / 2 - theirs);
  const seconds = Math.round(Math.abs(skewMs) / 1000);
  const ok = Math.abs(skewMs) <= MOST_SKEW_MS;
  if (ok) return { code, ok, says: "good", params: { seconds } };
  return { code, ok, says: skewMs > 0 ? "ahead" : "behind", params: { seconds } };
}

async function credentialCheck(ctx: Ctx, share: Share, probe: Probe | "closed"): Promise<Found> {
  const code = "credential";
  if (probe === "closed") return { code, ok: false, says: "missing", params: {} };
  if (!probe.ok)
    return { code, ok: false, says: probe.problem ?? "unexpected", params: { detail: probe.detail } };
  const [newest] = await ctx.db.read
    .select({ expiresAt: credentials.expiresAt })
    .from(credentials)
    .where(and(eq(credentials.connectionId, share.connection.id), isNull(credentials.retiredAt)))
    .orderBy(desc(credentials.createdAt), desc(credentials.id))
    .limit(1);
  const expiresAt = newest?.expiresAt ?? null;
  const params = { at: expiresAt?.toISOString() ?? "" };
  if (expiresAt === null) return { code, ok: true, says: "good", params };
  const lives = share.lastCutoff === null || expiresAt > share.lastCutoff;
  return { code, ok: lives, says: lives ? "good_until" : "expires", params };
}

function identityCheck(connection: Connection, probe: Probe | "closed"): Found {
  const code = "identity";
  if (probe === "closed" || !probe.ok) return { code, ok: false, says: "not_asked", params: {} };
  if (probe.identity === null)
    return { code, ok: connection.identity === null, says: "not_told", params: {} };
  const known = connection.identity ?? probe.identity;
  const params = { known, told: probe.identity };
  if (known !== probe.identity) return { code, ok: false, says: "other", params };
  return { code, ok: true, says: connection.identity === null ? "first" : "good", params };
}

/** Agreement, connection and run all say test, or all say live. */
async function kindCheck(ctx: Ctx, run: Run, connection: Connection): Promise<Found> {
  const code = "kind";
  const [others] = await ctx.db.read
    .select({ count: count() })
    .from(runItems)
    .innerJoin(mandates, eq(mandates.id, runItems.mandateId))
    .innerJoin(agreements, eq(agreements.id, mandates.agreementId))
    .where(
      and(
        eq(runItems.runId, run.id),
        eq(runItems.state, "planned"),
        eq(runItems.connectionId, connection.id),
        or(ne(agreements.test, run.test), ne(mandates.test, run.test)),
      ),
    );
  const rows = others?.count ?? 0;
  if (rows > 0) return { code, ok: false, says: "mixed", params: { rows } };
  if (connection.environment === "sandbox" && !run.test)
    return { code, ok: false, says: "sandbox", params: {} };
  return { code, ok: true, says: run.test ? "test" : "live", params: {} };
}

function cutoffCheck(ctx: Ctx, { firstCutoff, rows }: Share): Found {
  const code = "cutoff";
  if (firstCutoff === null) return { code, ok: true, says: "issued", params: { rows } };
  const ok = firstCutoff >= ctx.clock.now();
  return { code, ok, says: ok ? "good" : "passed", params: { at: firstCutoff.toISOString() } };
}

async function mandateCheck(ctx: Ctx, runId: string, connectionId: string): Promise<Found> {
  const [found] = await ctx.db.read
    .select({ count: count() })
    .from(runItems)
    .innerJoin(mandates, eq(mandates.id, runItems.mandateId))
    .where(
      and(
        eq(runItems.runId, runId),
        eq(runItems.state, "planned"),
        eq(runItems.connectionId, connectionId),
        ne(mandates.state, "active"),
      ),
    );
  const rows = found?.count ?? 0;
  return { code: "mandates", ok: rows === 0, says: rows === 0 ? "good" : "not_active", params: { rows } };
}
