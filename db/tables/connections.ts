import type { Environment } from "@/lib/providers/contract";
import type { Kit } from "../dialect/postgres";

export type AgreementState = "draft" | "pending" | "active" | "ended" | "failed";

export type FenceReason =
  | "restored" // by the restore command
  | "older" // lacks what its witness saw leave
  | "elsewhere" // another file, server or machine than the witness knows
  | "no_witness" // nobody here has seen this database before
  | "forked" // another copy of it was let go on its own
  | "no_record"; // has a history, and no word about which copy it is

export function connectionTables(k: Kit) {
  /** The legal person who collects; the scope of everything below. */
  const creditors = k.table("creditors", {
    id: k.text().primaryKey(),
    name: k.text().notNull(),
    createdAt: k.instant().notNull(),
    /** Since when nothing is sent, because these data may be a copy; null while sending is on. */
    fencedAt: k.instant(),
    fenceReason: k.text().$type<FenceReason>(),
  });

  /** A provider account in one environment. */
  const connections = k.table(
    "connections",
    {
      id: k.text().primaryKey(),
      creditorId: k.text().notNull(),
      provider: k.text().notNull(),
      name: k.text().notNull(),
      environment: k.text().$type<Environment>().notNull(),
      baseUrl: k.text().notNull(),
      settings: k.json<Record<string, string>>().notNull(),
      /** Who the provider said we are when it was first asked; null where it does not say. */
      identity: k.text(),
      /** The unguessable part of the address that events come to: sealed, and its hash to find it by. */
      eventsSecretSealed: k.text().notNull(),
      eventsSecretHash: k.text().notNull(),
      lastOkAt: k.instant(),
      lastProblemAt: k.instant(),
      lastProblem: k.text(),
      lastEventAt: k.instant(),
      /** Nothing is sent before this: a rate limit, a refused credential, or a provider that does not answer. */
      heldUntil: k.instant(),
      /** Sends in a row that nobody answered. */
      lostInARow: k.int().notNull().default(0),
      nextPollAt: k.instant(),
      pollLeaseUntil: k.instant(),
      /** When it is next looked for what should have been heard of and was not; null: at once. */
      nextWatchAt: k.instant(),
      createdAt: k.instant().notNull(),
      version: k.int().notNull(),
    },
    (t) => [
      k.index("connections_creditor").on(t.creditorId),
      k.index("connections_poll").on(t.nextPollAt),
      k.uniqueIndex("connections_events_secret").on(t.eventsSecretHash),
    ],
  );

  const credentials = k.table(
    "credentials",
    {
      id: k.text().primaryKey(),
      creditorId: k.text().notNull(),
      connectionId: k.text().notNull(),
      sealed: k.text().notNull(),
      fingerprint: k.text().notNull(),
      lastFour: k.text().notNull(),
      expiresAt: k.instant(),
      createdAt: k.instant().notNull(),
      createdBy: k.text().notNull(),
      retiredAt: k.instant(),
    },
    (t) => [k.index("credentials_connection").on(t.connectionId, t.createdAt)],
  );

  /** A creditor number with its debtor group, a sales location, or a DebitDirect agreement. */
  const agreements = k.table(
    "agreements",
    {
      id: k.text().primaryKey(),
      creditorId: k.text().notNull(),
      connectionId: k.text().notNull(),
      name: k.text().notNull(),
      scheme: k.text().notNull(),
      values: k.json<Record<string, string>>().notNull(),
      providerId: k.text(),
      test: k.bool().notNull(),
      state: k.text().$type<AgreementState>().notNull(),
      evidenceAt: k.instant(),
      evidenceId: k.text(),
      createdAt: k.instant().notNull(),
      version: k.int().notNull(),
    },
    (t) => [
      k.index("agreements_creditor").on(t.creditorId),
      k.index("agreements_connection").on(t.connectionId),
    ],
  );

  /** Published dates, and dates an admin set; without a row the rule decides. */
  const deadlineOverrides = k.table(
    "deadline_overrides",
    {
      id: k.text().primaryKey(),
      creditorId: k.text().notNull(),
      rule: k.text().notNull(),
      month: k.text().notNull(),
      deadline: k.day().notNull(),
      source: k.text().$type<"published" | "override">().notNull(),
      note: k.text().notNull(),
      createdAt: k.instant().notNull(),
      createdBy: k.text().notNull(),
    },
    (t) => [k.uniqueIndex("deadline_overrides_month").on(t.creditorId, t.rule, t.month)],
  );

  /** Named settings of a creditor, such as the hour a deadline day ends. */
  const settings = k.table(
    "settings",
    {
      creditorId: k.text().notNull(),
      name: k.text().notNull(),
      value: k.json<unknown>().notNull(),
    },
    (t) => [k.primaryKey({ name: "settings_pk", columns: [t.creditorId, t.name] })],
  );

  return { creditors, connections, credentials, agreements, deadlineOverrides, settings };
}
