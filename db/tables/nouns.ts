import { sql } from "drizzle-orm";
import type { Currency } from "@/lib/kernel/money";
import type { MandateEnder, MandateState } from "@/lib/mandates/states";
import type { PaymentState } from "@/lib/payments/states";
import type { Kit } from "../dialect/postgres";
import type { ActorKind } from "./proof";

/** What the open submission of a record says; kept beside the state so that lists can filter on it. */
export type Sending = "none" | "sending" | "unknown";

/** How the debtor agreed, kept for a claim 13 months later. */
export interface Consent {
  channel: "phone" | "paper" | "link" | "in_person";
  givenAt: string;
  /** The version's name, `da-7`, or whatever another program called it. */
  wording: string;
  takenBy: string;
  /** The words themselves, as they stood that day; missing where only their name was given. */
  words?: string;
  /** The version in `consent_texts`. */
  textId?: string;
}

export function nounTables(k: Kit) {
  const debtors = k.table(
    "debtors",
    {
      id: k.text().primaryKey(),
      creditorId: k.text().notNull(),
      customerNumber: k.code().notNull(),
      name: k.text().notNull(),
      kind: k.text().$type<"person" | "company">().notNull(),
      email: k.text(),
      phone: k.text(),
      language: k.text(),
      identitySealed: k.text(),
      identityIndex: k.text(),
      identityMasked: k.text(),
      /** Name and customer number, folded: lower case, no accents. */
      search: k.text().notNull(),
      /** By which version of lib/search/index-debtor.ts it can be found; 0: not yet. */
      searchVersion: k.int().notNull().default(0),
      createdAt: k.instant().notNull(),
      version: k.int().notNull(),
    },
    (t) => [
      k.uniqueIndex("debtors_customer_number").on(t.creditorId, t.customerNumber),
      k.index("debtors_identity").on(t.creditorId, t.identityIndex),
      k.index("debtors_name").on(t.creditorId, t.search, t.id),
      k.index("debtors_created").on(t.creditorId, t.createdAt, t.id),
      k.index("debtors_unsearched").on(t.id).where(sql`search_version = 0`),
    ],
  );

  const debtorAccounts = k.table(
    "debtor_accounts",
    {
      id: k.text().primaryKey(),
      creditorId: k.text().notNull(),
      debtorId: k.text().notNull(),
      kind: k.text().$type<"danish" | "iban">().notNull(),
      sealed: k.text().notNull(),
      blindIndex: k.text().notNull(),
      masked: k.text().notNull(),
      /** The four digits that the mask leaves, by which people know an account. */
      lastFour: k.text(),
      bank: k.text(),
      createdAt: k.instant().notNull(),
    },
    (t) => [
      k.uniqueIndex("debtor_accounts_once").on(t.debtorId, t.blindIndex),
      k.index("debtor_accounts_index").on(t.creditorId, t.blindIndex),
      k.index("debtor_accounts_last_four").on(t.creditorId, t.lastFour, t.debtorId),
    ],
  );

  const mandates = k.table(
    "mandates",
    {
      id: k.text().primaryKey(),
      creditorId: k.text().notNull(),
      connectionId: k.text().notNull(),
      agreementId: k.text().notNull(),
      provider: k.text().notNull(),
      scheme: k.text().notNull(),
      /** null: the provider reported it and no debtor of ours has its customer number. */
      debtorId: k.text(),
      debtorName: k.text().notNull(),
      customerNumber: k.text().notNull(),
      state: k.text().$type<MandateState>().notNull(),
      version: k.int().notNull(),
      sending: k.text().$type<Sending>().notNull(),
      /** Form values; the sensitive ones are sealed apart. */
      values: k.json<Record<string, string>>().notNull(),
      sealed: k.text(),
      masked: k.json<Record<string, string>>().notNull(),
      consent: k.json<Consent>(),
      test: k.bool().notNull(),
      requestKey: k.text(),
      providerId: k.code(),
      mandateNumber: k.code(),
      reasonCode: k.text(),
      reasonText: k.text(),
      endedBy: k.text().$type<MandateEnder>(),
      usableFrom: k.day(),
      /** A provider's word we could not read, while the state stays. */
      unmapped: k.text(),
      evidenceAt: k.instant(),
      evidenceId: k.text(),
      /** When the provider was last asked about it; at first its creation, so that the order has no gaps. */
      askedAt: k.instant().notNull(),
      createdAt: k.instant().notNull(),
      updatedAt: k.instant().notNull(),
    },
    (t) => [
      k.index("mandates_newest").on(t.creditorId, t.createdAt, t.id),
      k.index("mandates_changed").on(t.creditorId, t.updatedAt, t.id),
      k.index("mandates_state_newest").on(t.creditorId, t.state, t.createdAt, t.id),
      k.index("mandates_state_changed").on(t.creditorId, t.state, t.updatedAt, t.id),
      k.index("mandates_sending").on(t.creditorId, t.sending, t.createdAt, t.id),
      k.index("mandates_debtor").on(t.debtorId),
      k.index("mandates_number").on(t.creditorId, t.mandateNumber),
      k.index("mandates_customer").on(t.creditorId, t.customerNumber),
      k.index("mandates_open").on(t.connectionId, t.state, t.askedAt),
      k.uniqueIndex("mandates_request_key").on(t.connectionId, t.requestKey),
      k.uniqueIndex("mandates_provider_id").on(t.connectionId, t.providerId),
    ],
  );

  const payments = k.table(
    "payments",
    {
      id: k.text().primaryKey(),
      creditorId: k.text().notNull(),
      connectionId: k.text().notNull(),
      agreementId: k.text().notNull(),
      mandateId: k.text().notNull(),
      provider: k.text().notNull(),
      scheme: k.text().notNull(),
      debtorId: k.text(),
      debtorName: k.text().notNull(),
      customerNumber: k.text().notNull(),
      state: k.text().$type<PaymentState>().notNull(),
      version: k.int().notNull(),
      sending: k.text().$type<Sending>().notNull(),
      amountMinor: k.big().notNull(),
      currency: k.text().$type<Currency>().notNull(),
      text: k.text().notNull(),
      reference: k.code().notNull(),
      test: k.bool().notNull(),
      origin: k.text().$type<"desk" | "api" | "provider">().notNull(),
      /** The run that issued it. */
      runId: k.text(),
      /** The three dates: asked for, in force at the provider, really collected. */
      requested: k.day().notNull(),
      planned: k.day(),
      settledOn: k.day(),
      scheduledOn: k.day(),
      /** The month whose deadline it must make; empty for schemes without windows. */
      window: k.text().notNull(),
      cutoffAt: k.instant(),
      /** Planned for another month than asked. */
      slipped: k.bool().notNull(),
      /** Issued on the deadline day and not yet confirmed for its window. */
      atRisk: k.bool().notNull(),
      reversibleUntil: k.day(),
      claimUntil: k.day(),
      providerId: k.code(),
      reasonCode: k.text(),
      reasonText: k.text(),
      unmapped: k.text(),
      evidenceAt: k.instant(),
      evidenceId: k.text(),
      /** When the provider was last asked about it; at first its creation, so that the order has no gaps. */
      askedAt: k.instant().notNull(),
      createdAt: k.instant().notNull(),
      updatedAt: k.instant().notNull(),
    },
    (t) => [
      // One index for each order, and again within a state and within a window. Behind the id stands what a list may be
      // narrowed by besides: an entry then tells by itself whether its row is wanted, and the row is not read for it.
      k.index("payments_by_newest").on(t.creditorId, t.createdAt, t.id, t.provider, t.currency, t.test),
      k.index("payments_by_changed").on(t.creditorId, t.updatedAt, t.id, t.provider, t.currency, t.test),
      k.index("payments_by_requested").on(t.creditorId, t.requested, t.id, t.provider, t.currency, t.test),
      k.index("payments_by_amount").on(t.creditorId, t.amountMinor, t.id, t.provider, t.currency, t.test),
      k
        .index("payments_state_by_newest")
        .on(t.creditorId, t.state, t.createdAt, t.id, t.provider, t.currency, t.test),
      k
        .index("payments_state_by_changed")
        .on(t.creditorId, t.state, t.updatedAt, t.id, t.provider, t.currency, t.test),
      k
        .index("payments_state_by_requested")
        .on(t.creditorId, t.state, t.requested, t.id, t.provider, t.currency, t.test),
      k
        .index("payments_state_by_amount")
        .on(t.creditorId, t.state, t.amountMinor, t.id, t.provider, t.currency, t.test),
      k
        .index("payments_window_by_newest")
        .on(t.creditorId, t.window, t.createdAt, t.id, t.state, t.provider, t.currency, t.test),
      k
        .index("payments_window_by_changed")
        .on(t.creditorId, t.window, t.updatedAt, t.id, t.state, t.provider, t.currency, t.test),
      k
        .index("payments_window_by_requested")
        .on(t.creditorId, t.window, t.requested, t.id, t.state, t.provider, t.currency, t.test),
      k
        .index("payments_window_by_amount")
        .on(t.creditorId, t.window, t.amountMinor, t.id, t.state, t.provider, t.currency, t.test),
      k.index("payments_mandate").on(t.mandateId, t.createdAt, t.id),
      k.index("payments_debtor").on(t.debtorId, t.createdAt, t.id),
      k.index("payments_open").on(t.connectionId, t.state, t.askedAt),
      k.index("payments_sending").on(t.creditorId, t.sending, t.createdAt, t.id),
      k.index("payments_run").on(t.runId, t.state, t.sending),
      k.index("payments_run_newest").on(t.runId, t.createdAt, t.id),
      k.index("payments_kind").on(t.creditorId, t.test, t.currency, t.createdAt, t.id),
      k.uniqueIndex("payments_reference").on(t.creditorId, t.reference),
      k.uniqueIndex("payments_provider_id").on(t.connectionId, t.providerId),
    ],
  );

  /**
   * What a live collection claims: the debtor's debt of a month, or the creditor's own reference. A second claim of the
   * same key takes the next number and a person's reason; who claims at the same moment collides here.
   */
  const obligations = k.table(
    "obligations",
    {
      creditorId: k.text().notNull(),
      key: k.text().notNull(),
      n: k.int().notNull(),
      paymentId: k.text().notNull(),
      /** Why it is collected although another collection claims the same. */
      reason: k.text(),
      claimedBy: k.text().notNull(),
      /** The payment that was there before. */
      besides: k.text(),
    },
    (t) => [
      k.primaryKey({ name: "obligations_pk", columns: [t.creditorId, t.key, t.n] }),
      k.index("obligations_payment").on(t.paymentId),
    ],
  );

  /** Every change of state, never updated. Two moves of one version collide here, not in the field. */
  const moves = k.table(
    "moves",
    {
      id: k.text().primaryKey(),
      creditorId: k.text().notNull(),
      noun: k.text().$type<"mandate" | "payment">().notNull(),
      subjectId: k.text().notNull(),
      version: k.int().notNull(),
      move: k.text().notNull(),
      from: k.text().notNull(),
      to: k.text().notNull(),
      actorKind: k.text().$type<ActorKind>().notNull(),
      actorId: k.text().notNull(),
      actorName: k.text().notNull(),
      /** Why, for people: a reason given, or empty. */
      cause: k.text().notNull(),
      word: k.text(),
      rule: k.text(),
      messageId: k.text(),
      submissionId: k.text(),
      /** When it happened by the provider's account. */
      happenedAt: k.instant(),
      at: k.instant().notNull(),
    },
    (t) => [
      k.uniqueIndex("moves_once").on(t.subjectId, t.version),
      /** How many mandates ended of late, without reading all that ever moved. */
      k.index("moves_ended").on(t.creditorId, t.at).where(sql`move = 'end'`),
    ],
  );

  return { debtors, debtorAccounts, mandates, payments, obligations, moves };
}
