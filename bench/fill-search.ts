import type { Database } from "@/db/client";
import { connect } from "@/db/connect";
import { databaseUrl } from "@/db/engine";
import { migrate } from "@/db/migrate";
import { agreements, connections, creditors, sessions, users } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { hashToken } from "@/lib/access/tokens";
import { fold } from "@/lib/kernel/fold";
import { SEARCH_VERSION, termsOf } from "@/lib/search/index-debtor";
import { wordsOf } from "@/lib/search/name-words";
import { piecesOf } from "@/lib/search/spelling";
import { openVault } from "@/lib/vault/open-vault";
import { madeName, random } from "./people";
import { type RawRow, type RawRows, rawRows } from "./raw-rows";
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

const BENCH_MASTER_KEY = Buffer.alloc(32, 7).toString("base64");
const PART = 2_000;

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
  creditor_id: CREDITOR,
  connection_id: "con_search",
  agreement_id: "agr_search",
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

const padded = (prefix: string, n: number) => `${prefix}_${String(n).padStart(9, "0")}`;
const lastFour = (n: number) => String((n * 31) % 10_000).padStart(4, "0");
const emailOf = ({ n, name }: Person) =>
  n % 4 === 0 ? null : `${fold(name).replace(/[^a-z]+/g, ".")}${n % 97}@post.example`;
const phoneOf = ({ n, dutch }: Person) =>
  n % 3 === 0 ? null : `${dutch ? "+31 6 " : "+45 "}${20_000_000 + ((n * 13) % 70_000_000)}`;

const debtorOf = (person: Person): RawRow => ({
  id: person.id,
  creditor_id: CREDITOR,
  customer_number: person.number,
  name: person.name,
  kind: person.company ? "company" : "person",
  email: emailOf(person),
  phone: phoneOf(person),
  search: fold(`${person.name} ${person.number}`),
  search_version: SEARCH_VERSION,
  created_at: person.at,
  version: 0,
});

const accountOf = ({ n, id, at }: Person): RawRow => ({
  id: padded("acc", n),
  creditor_id: CREDITOR,
  debtor_id: id,
  kind: "iban",
  sealed: "none",
  blind_index: `blind ${n}`,
  masked: `NL •••• ${lastFour(n)}`,
  last_four: lastFour(n),
  created_at: at,
});

const mandateOf = ({ n, id, name, at, number }: Person): RawRow => ({
  ...common,
  id: padded("man", n),
  debtor_id: id,
  debtor_name: name,
  customer_number: number,
  state: n % 9 === 0 ? "pending" : "active",
  version: 1,
  sending: "none",
  values: "{}",
  masked: "{}",
  test: false,
  request_key: keyOf(n),
  provider_id: `md_${n}`,
  mandate_number: String(100_000_000 + n),
  asked_at: at,
  created_at: at,
  updated_at: at,
});

const paymentOf = ({ n, id, name, at, number }: Person): RawRow => ({
  ...common,
  id: padded("pay", n),
  mandate_id: padded("man", n),
  debtor_id: id,
  debtor_name: name,
  customer_number: number,
  state: n % 40 === 0 ? "pending" : "settled",
  version: 3,
  sending: "none",
  amount_minor: amountOf(n),
  currency: "DKK",
  text: "Heat",
  reference: reference(n),
  test: false,
  origin: "desk",
  requested: "2026-02-02",
  planned: "2026-02-02",
  settled_on: n % 40 === 0 ? null : "2026-02-02",
  window: "2026-02",
  slipped: false,
  at_risk: false,
  provider_id: `p-${n}`,
  asked_at: at,
  created_at: at,
  updated_at: at,
});

const known = new Set<string>();

/** The pieces of the words that nobody had before. */
function newPieces(people: readonly Person[]): RawRow[] {
  const words = people
    .flatMap(({ name }) => wordsOf(name))
    .filter((word) => !known.has(word) && known.add(word));
  return words.flatMap((word) => piecesOf(word).map((piece) => ({ creditor_id: CREDITOR, piece, word })));
}

async function fillPart(to: RawRows, people: readonly Person[]): Promise<void> {
  await to.begin();
  await to.add("debtors", people.map(debtorOf));
  const terms = people.flatMap((one) =>
    termsOf({ id: one.id, creditorId: CREDITOR, name: one.name, email: emailOf(one), phone: phoneOf(one) }),
  );
  await to.add(
    "debtor_terms",
    terms.map(({ creditorId, kind, term, debtorId: id }) => ({
      creditor_id: creditorId,
      kind,
      term,
      debtor_id: id,
    })),
  );
  await to.add("word_pieces", newPieces(people));
  await to.add("debtor_accounts", people.map(accountOf));
  await to.add("mandates", people.filter(({ n }) => n % DEBTORS_PER_MANDATE === 0).map(mandateOf));
  await to.add("payments", people.filter(({ n }) => n % DEBTORS_PER_PAYMENT === 0).map(paymentOf));
  await to.commit();
}

/** Fills the database of `DATABASE_URL`: `tsx bench/fill-search.ts COUNT SESSION_TOKEN`. */
const [given = "1000000", token = ""] = process.argv.slice(2);
const count = Number(given);
const db = connect();
await migrate(db);
// Before there is anything sealed, as on any desk; the app is started with this very key.
await openVault(db, BENCH_MASTER_KEY, new Date());
await fillBase(db, token);
const to = await rawRows(db.engine, databaseUrl());
const draw = random(11);
for (let from = 0; from < count; from += PART) {
  const people = Array.from({ length: Math.min(PART, count - from) }, (_, index) => {
    const n = from + index;
    const at = new Date(START + n * 60_000);
    return { n, id: debtorId(n), ...madeName(draw), at, number: customerNumber(n) };
  });
  await fillPart(to, people);
  if ((from + PART) % 100_000 === 0) console.log(`${(from + PART).toLocaleString("en")} debtors`);
}
await to.close();
await db.execute("analyze");
await db.close();
