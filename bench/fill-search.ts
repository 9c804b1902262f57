import { connect, type Database, type Tx } from "@/db/client";
import { migrate } from "@/db/migrate";
import {
  agreements,
  connections,
  creditors,
  debtorAccounts,
  debtors,
  mandates,
  payments,
  sessions,
  users,
} from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { hashToken } from "@/lib/access/tokens";
import { fold } from "@/lib/kernel/fold";
import { indexDebtors, SEARCH_VERSION } from "@/lib/search/index-debtor";
import { madeName, random } from "./people";
import {
  amountOf,
  SEARCH_CREDITOR as CREDITOR,
  customerNumber,
  DEBTORS_PER_MANDATE,
  DEBTORS_PER_PAYMENT,
  debtorId,
  keyOf,
  reference,
  SEARCH_START as START,
} from "./search-made";

const PART = 250;
const PARTS = 20;

async function fillBase(db: Database, token: string): Promise<void> {
  const at = new Date(START);
  await inTransaction(db, async (tx) => {
    await tx.insert(creditors).values({ id: CREDITOR, name: "Bench", createdAt: at });
    await tx.insert(users).values({
      id: "usr_search",
      creditorId: CREDITOR,
      email: "bench@example.org",
      name: "Bench",
      passwordHash: "none",
      role: "agent",
      approver: false,
      failedSignIns: 0,
      createdAt: at,
    });
    await tx.insert(sessions).values({
      id: hashToken(token),
      userId: "usr_search",
      createdAt: new Date(),
      lastSeenAt: new Date(),
      expiresAt: new Date(Date.now() + 86_400_000),
    });
    await tx.insert(connections).values({
      id: "con_search",
      creditorId: CREDITOR,
      provider: "debitdirect",
      name: "Bench",
      environment: "simulator",
      baseUrl: "http://127.0.0.1:9",
      settings: {},
      eventsSecretSealed: "none",
      eventsSecretHash: "none",
      createdAt: at,
      version: 0,
    });
    await tx.insert(agreements).values({
      id: "agr_search",
      creditorId: CREDITOR,
      connectionId: "con_search",
      name: "Heat",
      scheme: "nets-bs",
      values: {},
      test: false,
      state: "active",
      createdAt: at,
      version: 0,
    });
  });
}

/** What a mandate and a payment have in common with everything else here. */
const common = {
  creditorId: CREDITOR,
  connectionId: "con_search",
  agreementId: "agr_search",
  provider: "debitdirect",
  scheme: "nets-bs",
} as const;

type Person = {
  n: number;
  id: string;
  name: string;
  at: Date;
  number: string;
  company: boolean;
  dutch: boolean;
};

async function fillPart(tx: Tx, people: readonly Person[]): Promise<void> {
  const rows = people.map(({ n, id, name, at, number, company, dutch }) => ({
    id,
    creditorId: CREDITOR,
    customerNumber: number,
    name,
    kind: company ? ("company" as const) : ("person" as const),
    email: n % 4 === 0 ? null : `${fold(name).replace(/[^a-z]+/g, ".")}${n % 97}@post.example`,
    phone: n % 3 === 0 ? null : `${dutch ? "+31 6" : "+45 "}${String(20_000_000 + ((n * 13) % 70_000_000))}`,
    search: fold(`${name} ${number}`),
    searchVersion: SEARCH_VERSION,
    createdAt: at,
    version: 0,
  }));
  await tx.insert(debtors).values(rows);
  await indexDebtors(tx, rows);
  await tx.insert(debtorAccounts).values(
    people.map(({ n, id, at }) => ({
      id: `acc_${n}`,
      creditorId: CREDITOR,
      debtorId: id,
      kind: "iban" as const,
      sealed: "none",
      blindIndex: `blind ${n}`,
      masked: `NL •••• ${String((n * 31) % 10_000).padStart(4, "0")}`,
      lastFour: String((n * 31) % 10_000).padStart(4, "0"),
      createdAt: at,
    })),
  );
  const given = people.filter(({ n }) => n % DEBTORS_PER_MANDATE === 0);
  await tx.insert(mandates).values(
    given.map(({ n, id, name, at, number }) => ({
      ...common,
      id: `man_${String(n).padStart(9, "0")}`,
      debtorId: id,
      debtorName: name,
      customerNumber: number,
      state: n % 9 === 0 ? ("pending" as const) : ("active" as const),
      version: 1,
      sending: "none" as const,
      values: {},
      masked: {},
      test: false,
      requestKey: keyOf(n),
      providerId: `md_${n}`,
      mandateNumber: String(100_000_000 + n),
      askedAt: at,
      createdAt: at,
      updatedAt: at,
    })),
  );
  const paid = people.filter(({ n }) => n % DEBTORS_PER_PAYMENT === 0);
  if (paid.length > 0) await tx.insert(payments).values(paid.map(paymentOf));
}

function paymentOf({ n, id, name, at, number }: Person): typeof payments.$inferInsert {
  return {
    ...common,
    id: `pay_${String(n).padStart(9, "0")}`,
    mandateId: `man_${String(n).padStart(9, "0")}`,
    debtorId: id,
    debtorName: name,
    customerNumber: number,
    state: n % 40 === 0 ? "pending" : "settled",
    version: 3,
    sending: "none",
    amountMinor: amountOf(n),
    currency: "DKK",
    text: "Heat",
    reference: reference(n),
    test: false,
    origin: "desk",
    requested: "2026-02-02",
    planned: "2026-02-02",
    settledOn: n % 40 === 0 ? null : "2026-02-02",
    window: "2026-02",
    slipped: false,
    atRisk: false,
    providerId: `p-${n}`,
    askedAt: at,
    createdAt: at,
    updatedAt: at,
  };
}

/** Fills the database of `DATABASE_URL`: `tsx bench/fill-search.ts COUNT SESSION_TOKEN`. */
const [given = "1000000", token = ""] = process.argv.slice(2);
const count = Number(given);
const db = connect();
await migrate(db);
// Only while filling a commit need not wait for the disk.
if (db.engine === "sqlite") await db.execute("pragma synchronous=off");
await fillBase(db, token);
const draw = random(11);
for (let from = 0; from < count; from += PART * PARTS) {
  await inTransaction(db, async (tx) => {
    for (let part = from; part < Math.min(count, from + PART * PARTS); part += PART)
      await fillPart(
        tx,
        Array.from({ length: Math.min(PART, count - part) }, (_, index) => {
          const n = part + index;
          return {
            n,
            id: debtorId(n),
            ...madeName(draw),
            at: new Date(START + n * 60_000),
            number: customerNumber(n),
          };
        }),
      );
  });
  if (from % 100_000 === 0) console.log(`${from.toLocaleString("en")} debtors`);
}
await db.execute("analyze");
await db.close();
