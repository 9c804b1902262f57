import { randomBytes } from "node:crypto";
import type { Database } from "@/db/client";
import { connect } from "@/db/connect";
import { migrate } from "@/db/migrate";
import {
  agreements,
  connections,
  counters,
  creditors,
  debtors,
  mandates,
  payments,
  sessions,
  users,
} from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { hashToken } from "@/lib/access/tokens";
import type { PaymentState } from "@/lib/payments/states";
import { openVault } from "@/lib/vault/open-vault";
import { CREDITOR, DAYS, MASTER_KEY, paymentId, SMALL, START } from "./made";

const DEBTORS = 20_000;
const DAY_MS = 86_400_000;

/** How a creditor's payments lie about after some years: nearly all of them settled. */
const shares: [PaymentState, number][] = [
  ["settled", 930],
  ["rejected", 980],
  ["chargeback", 985],
  ["cancelled", 990],
  ["scheduled", 994],
  ["pending", 998],
  ["ready", 1000],
];

/** A small generator of its own, so that every run fills the same rows. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const day = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

async function fillBase(db: Database, token: string): Promise<void> {
  const at = new Date(START);
  await inTransaction(db, async (tx) => {
    await tx.insert(creditors).values({ id: CREDITOR, name: "Bench", createdAt: at });
    await tx.insert(users).values({
      id: "usr_bench",
      creditorId: CREDITOR,
      email: "bench@example.org",
      name: "Bench",
      passwordHash: "none",
      role: "finance",
      approver: false,
      failedSignIns: 0,
      createdAt: at,
    });
    await tx.insert(sessions).values({
      id: hashToken(token),
      userId: "usr_bench",
      createdAt: new Date(),
      lastSeenAt: new Date(),
      expiresAt: new Date(Date.now() + DAY_MS),
    });
    for (const { provider, scheme, connectionId, agreementId } of [large, small]) {
      await tx.insert(connections).values({
        id: connectionId,
        creditorId: CREDITOR,
        provider,
        name: provider,
        environment: "simulator",
        baseUrl: "http://127.0.0.1:9",
        settings: {},
        eventsSecretSealed: "none",
        eventsSecretHash: randomBytes(8).toString("hex"),
        createdAt: at,
        version: 0,
      });
      await tx.insert(agreements).values({
        id: agreementId,
        creditorId: CREDITOR,
        connectionId,
        name: "Heat",
        scheme,
        values: {},
        test: false,
        state: "active",
        createdAt: at,
        version: 0,
      });
    }
  });
}

async function fillDebtors(db: Database): Promise<void> {
  for (let from = 0; from < DEBTORS; from += 500) {
    const numbers = Array.from({ length: 500 }, (_, index) => from + index);
    const at = new Date(START);
    await inTransaction(db, async (tx) => {
      await tx.insert(debtors).values(
        numbers.map((n) => ({
          id: `deb_${n}`,
          creditorId: CREDITOR,
          customerNumber: String(100_000 + n),
          name: `Debtor ${n}`,
          kind: "person" as const,
          search: `debtor ${n} ${100_000 + n}`,
          createdAt: at,
          version: 0,
        })),
      );
      await tx.insert(mandates).values(
        numbers.map((n) => ({
          id: `man_${n}`,
          creditorId: CREDITOR,
          connectionId: "con_bench",
          agreementId: "agr_bench",
          provider: "debitdirect",
          scheme: "nets-bs",
          debtorId: `deb_${n}`,
          debtorName: `Debtor ${n}`,
          customerNumber: String(100_000 + n),
          state: "active" as const,
          version: 1,
          sending: "none" as const,
          values: {},
          masked: {},
          test: false,
          providerId: `md_${n}`,
          askedAt: at,
          createdAt: at,
          updatedAt: at,
        })),
      );
    });
  }
}

/** Nearly all payments go through one provider; the other has a share that is neither many nor few. */
const large = {
  provider: "debitdirect",
  scheme: "nets-bs",
  connectionId: "con_bench",
  agreementId: "agr_bench",
  currency: "DKK",
} as const;
const small = {
  provider: SMALL,
  scheme: "sepa-core",
  connectionId: "con_small",
  agreementId: "agr_small",
  currency: "EUR",
} as const;
const SMALL_SHARE = 0.02;
const TEST_SHARE = 0.0005;

/** In the order of their creation, as payments come to be; everything else about them is drawn. */
function paymentRow(n: number, of: number, draw: () => number): typeof payments.$inferInsert {
  const share = Math.floor(draw() * 1000);
  const state = shares.find(([, upTo]) => share < upTo)?.[0] ?? "settled";
  const created = START + Math.floor((n / of) * DAYS * DAY_MS);
  const way = draw() < SMALL_SHARE ? small : large;
  const requested = day(created + 10 * DAY_MS);
  const debtor = Math.floor(draw() * DEBTORS);
  return {
    id: paymentId(n),
    creditorId: CREDITOR,
    ...way,
    mandateId: `man_${debtor}`,
    debtorId: `deb_${debtor}`,
    debtorName: `Debtor ${debtor}`,
    customerNumber: String(100_000 + debtor),
    state,
    version: 3,
    sending: draw() < 0.0001 ? "unknown" : "none",
    amountMinor: 1_000 + Math.floor(draw() * 500_000),
    text: "Heat",
    reference: `ref-${n}`,
    test: draw() < TEST_SHARE,
    origin: "desk",
    requested,
    planned: requested,
    settledOn: state === "settled" ? requested : null,
    claimUntil: state === "settled" ? day(created + 400 * DAY_MS) : null,
    window: way === large ? day(created).slice(0, 7) : "",
    slipped: false,
    atRisk: false,
    providerId: `p-${n}`,
    evidenceAt: new Date(created + 12 * DAY_MS),
    askedAt: new Date(created),
    createdAt: new Date(created),
    updatedAt: new Date(created + 12 * DAY_MS),
  };
}

async function fillPayments(db: Database, count: number): Promise<void> {
  const draw = random(7);
  const figures = new Map<string, typeof counters.$inferInsert>();
  for (let from = 0; from < count; from += 10_000) {
    await inTransaction(db, async (tx) => {
      for (let part = from; part < Math.min(from + 10_000, count); part += 500) {
        const rows = Array.from({ length: 500 }, (_, index) => paymentRow(part + index, count, draw));
        await tx.insert(payments).values(rows);
        for (const row of rows) {
          const key = {
            creditorId: CREDITOR,
            noun: "payments",
            bucket: row.window,
            state: row.state,
            currency: row.currency,
            test: row.test,
          };
          const name = `${row.window} ${row.state} ${row.currency} ${row.test}`;
          const sum = figures.get(name) ?? { ...key, count: 0, amountMinor: 0 };
          sum.count += 1;
          sum.amountMinor += row.amountMinor;
          figures.set(name, sum);
        }
      }
    });
  }
  await inTransaction(db, async (tx) => {
    await tx.insert(counters).values([...figures.values()]);
  });
}

/** Fills the database of `DATABASE_URL`: `tsx bench/fill.ts COUNT SESSION_TOKEN`. */
const [count = "1000000", token = ""] = process.argv.slice(2);
const db = connect();
await migrate(db);
// Before the connections: a desk with connections and no keys does not start.
await openVault(db, MASTER_KEY, new Date(START));
await fillBase(db, token);
await fillDebtors(db);
await fillPayments(db, Number(count));
await db.execute("analyze");
await db.close();
