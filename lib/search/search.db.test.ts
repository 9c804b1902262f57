import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { creditors, debtorAccounts, debtors, debtorTerms, mandates, submissions } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import type { Ctx } from "@/lib/context";
import { createDebtor } from "@/lib/debtors/create";
import { sealedIdentity } from "@/lib/debtors/identity";
import { listDebtors } from "@/lib/debtors/list";
import { AppError } from "@/lib/kernel/errors";
import { createPayment } from "@/lib/payments/create";
import { type DebitDirectDesk, deskOnDebitDirect } from "@/lib/testing/debitdirect";
import { indexDebtors, lastFourOf } from "./index-debtor";
import { indexOnce } from "./index-rest";
import { recentRecords } from "./recent-records";
import { searchEverything } from "./search-everything";

vi.setConfig({ hookTimeout: 120_000 });

const people: [name: string, number: string, more?: Record<string, string>][] = [
  ["Mette Hansen", "200100", { email: "Mette.Hansen@Post.example", phone: "+45 20 12 34 56" }],
  ["Mette Marie Hansen", "200101"],
  ["Søren Ærø-Ågård", "200102"],
  ["Jan van der Berg", "200103", { phone: "06 12345678" }],
  ["Alexander Kristoffersen", "200104"],
  ["Boligforeningen Ringen A/S", "AB77", { kind: "company" }],
  ["Hans Jensen", "1234"],
  ["Lars Korsgaard", "200105"],
  ["Børge Korsgaard", "200106"],
];

let at: DebitDirectDesk;
let agent: Ctx;
let paymentId: string;

beforeAll(async () => {
  at = await deskOnDebitDirect("2026-11-20T09:00:00Z");
  agent = at.desk.as("agent");
  for (const [name, number, more] of people)
    await createDebtor(agent, { kind: "person", name, customer_number: number, ...more });
  const values = { amount: "1.234,56", text: "Heat", reference: "INV-2026-0042" };
  ({ paymentId } = await createPayment(at.desk.as("finance"), {
    mandateId: at.mandateId,
    values,
    despiteDuplicate: true,
  }));
});

const names = async (query: string, ctx = agent) =>
  (await searchEverything(ctx, { query })).debtors.map((one) => one.debtor.name);

describe("debtors by name", () => {
  it.each([
    ["mette han", "Mette Hansen"],
    ["met han", "Mette Hansen"],
    ["han met", "Mette Hansen"],
    ["m h", "Mette Hansen"],
    ["ha mette", "Mette Hansen"],
    ["met mar han", "Mette Marie Hansen"],
    ["aa ae so", "Søren Ærø-Ågård"],
    ["be ja", "Jan van der Berg"],
    ["al kri", "Alexander Kristoffersen"],
    ["la kor", "Lars Korsgaard"],
    ["hansen met", "Mette Hansen"],
    ["hansen marie", "Mette Marie Hansen"],
    ["SOREN AERO", "Søren Ærø-Ågård"],
    ["Ågård", "Søren Ærø-Ågård"],
    ["van der b", "Jan van der Berg"],
    ["berg jan", "Jan van der Berg"],
    ["jan berg", "Jan van der Berg"],
    ["ringen a/s", "Boligforeningen Ringen A/S"],
  ])("%j finds %s", async (query, name) => {
    const { debtors: found } = await searchEverything(agent, { query });
    expect(found.find((one) => one.debtor.name === name)?.why.by).toBe("name");
  });

  it.each([
    ["metet hanesn", "Mette Hansen"],
    ["soeren", "Søren Ærø-Ågård"],
    ["kristofersen", "Alexander Kristoffersen"],
    ["aleksander kristofer", "Alexander Kristoffersen"],
    ["jan van den bergh", "Jan van der Berg"],
    ["alex kristofersen", "Alexander Kristoffersen"],
    ["kristofersen al", "Alexander Kristoffersen"],
    ["aleksande kristof", "Alexander Kristoffersen"],
    ["mar metet hanesn", "Mette Marie Hansen"],
  ])("%j, misspelt, finds %s and says so", async (query, name) => {
    const { debtors: found } = await searchEverything(agent, { query });
    expect(found.find((one) => one.debtor.name === name)?.why.by).toBe("spelling");
  });

  it("come with who is called exactly so before who is called more", async () => {
    expect((await names("mette hansen")).slice(0, 2)).toEqual(["Mette Hansen", "Mette Marie Hansen"]);
    expect(await names("met han")).toEqual(["Mette Hansen", "Mette Marie Hansen"]);
    expect(await names("mette mar")).toEqual(["Mette Marie Hansen"]);
  });

  it("come first where a word that is small in other names begins one of theirs", async () => {
    expect(await names("la kor")).toEqual(["Lars Korsgaard", "Børge Korsgaard"]);
  });

  it("need every word", async () => {
    expect(await names("mette jensen")).toEqual([]);
    expect(await names("met jen")).toEqual([]);
    expect(await names("han han")).toEqual([]);
    expect(await names("met mar jen")).toEqual([]);
    expect(await names("ha je")).toEqual(["Hans Jensen"]);
    expect(await names("qqqq")).toEqual([]);
    expect(await names("x")).toEqual([]);
  });
});

describe("debtors by what is known of them", () => {
  it.each([
    ["2001", "customerNumber", 6],
    ["ab7", "customerNumber", 1],
    ["mette.hansen@post", "email", 1],
    ["20 12 34", "phone", 1],
    ["+31 6 1234 5678", "phone", 1],
  ])("%j by %s", async (query, by, count) => {
    const { debtors: found } = await searchEverything(agent, { query });
    expect(found.filter((one) => one.why.by === by)).toHaveLength(count);
  });

  it("say whether they can be charged", async () => {
    const {
      debtors: found,
      mandates: theirs,
      payments: latest,
    } = await searchEverything(agent, { query: "anna andersen" });
    expect(found[0]?.standing.code).toBe("chargeable");
    expect(theirs.map((one) => [one.mandate.state, one.mandate.test, one.why.by])).toEqual([
      ["active", true, "debtor"],
    ]);
    expect(latest.map((one) => one.payment.id)).toEqual([paymentId]);
  });
});

describe("what is sealed", () => {
  const account = "0040 0440116243";
  beforeAll(async () => {
    const [mette] = (await searchEverything(agent, { query: "200100" })).debtors;
    const debtorId = mette?.debtor.id ?? "";
    await inTransaction(agent.db, async (tx) => {
      await tx
        .update(debtors)
        .set(sealedIdentity(agent, debtorId, "0101701234"))
        .where(eq(debtors.id, debtorId));
      await tx.insert(debtorAccounts).values({
        id: "acc_1",
        creditorId: agent.creditorId,
        debtorId,
        kind: "danish",
        sealed: "sealed",
        blindIndex: agent.vault.blindIndex(agent.creditorId, "account", account),
        masked: "0040 ••••••6243",
        lastFour: lastFourOf("0040 ••••••6243"),
        createdAt: agent.clock.now(),
      });
    });
  });

  it.each(["010170-1234", "0101701234", "0040 0440116243", "DK50 0040 0440 1162 43"])(
    "%j is found whole, and shown masked",
    async (query) => {
      const { debtors: found, secretsLeftOut } = await searchEverything(agent, { query });
      expect(found.map((one) => one.debtor.name)).toEqual(["Mette Hansen"]);
      expect(found[0]?.why.shown).toContain("••••");
      expect(secretsLeftOut).toBe(false);
    },
  );

  it("is not found by those who may not see it, whose every guess would tell them a digit", async () => {
    for (const role of ["finance", "admin", "auditor"] as const) {
      const result = await searchEverything(at.desk.as(role), { query: "010170-1234" });
      expect(result).toEqual({ debtors: [], mandates: [], payments: [], secretsLeftOut: true });
    }
  });

  it("is found by its last four by everybody", async () => {
    const { debtors: found } = await searchEverything(at.desk.as("auditor"), { query: "6243" });
    expect(found.map((one) => [one.debtor.name, one.why])).toEqual([
      ["Mette Hansen", { by: "lastFour", shown: "0040 ••••••6243" }],
    ]);
  });
});

describe("mandates and payments", () => {
  it("by amount, reference and its beginning", async () => {
    for (const [query, by] of [
      ["1234,56", "amount"],
      ["DKK 1,234.56", "amount"],
      ["inv-2026-0042", "reference"],
      ["INV-20", "reference"],
    ]) {
      const { payments: found } = await searchEverything(agent, { query: query ?? "" });
      expect(found.map((one) => [one.payment.id, one.why.by])).toEqual([[paymentId, by]]);
    }
    expect((await searchEverything(agent, { query: "EUR 1234,56" })).payments).toEqual([]);
  });

  it("by our keys, the provider's ids and our own ids", async () => {
    const [sent] = await agent.db.read.select().from(submissions).where(eq(submissions.subjectId, paymentId));
    expect((await searchEverything(agent, { query: sent?.key ?? "" })).payments[0]?.payment.id).toBe(
      paymentId,
    );
    expect((await searchEverything(agent, { query: sent?.id ?? "" })).payments[0]?.payment.id).toBe(
      paymentId,
    );
    expect((await searchEverything(agent, { query: paymentId })).payments[0]?.why.by).toBe("id");
    const [mandate] = await agent.db.read.select().from(mandates).where(eq(mandates.id, at.mandateId));
    const byProvider = await searchEverything(agent, { query: mandate?.providerId ?? "" });
    expect(byProvider.mandates.map((one) => [one.mandate.id, one.why.by])).toContainEqual([
      at.mandateId,
      "providerId",
    ]);
  });

  it("by a mandate's request key and by its number's beginning", async () => {
    const key = "8f14e45f-ceea-467f-a8f1-9d2e1a0b3c4d";
    await inTransaction(agent.db, async (tx) => {
      await tx
        .update(mandates)
        .set({ requestKey: key, mandateNumber: "012345678" })
        .where(eq(mandates.id, at.mandateId));
    });
    for (const [query, by] of [
      [key.toUpperCase(), "key"],
      ["012345678", "mandateNumber"],
      ["01234", "mandateNumber"],
    ]) {
      const { mandates: found } = await searchEverything(agent, { query: query ?? "" });
      expect(found.map((one) => [one.mandate.id, one.why.by])).toContainEqual([at.mandateId, by]);
    }
  });
});

describe("a search", () => {
  it("is for those who may read", async () => {
    const nobody = { ...agent, permissions: new Set<never>() };
    await expect(searchEverything(nobody, { query: "mette" })).rejects.toThrow(AppError);
  });

  it("finds nothing of another creditor's", async () => {
    const other = { ...agent, creditorId: "cre_other" };
    await inTransaction(agent.db, async (tx) => {
      await tx.insert(creditors).values({ id: "cre_other", name: "Other", createdAt: agent.clock.now() });
    });
    for (const query of [
      "mette hansen",
      "metet hanesn",
      "200100",
      "1234,56",
      "INV-2026-0042",
      "6243",
      paymentId,
      "20123456",
    ])
      expect(await searchEverything(other, { query })).toMatchObject({
        debtors: [],
        mandates: [],
        payments: [],
      });
    expect(await recentRecords(other, [paymentId])).toMatchObject({ payments: [] });
  });

  it("shows what was open before, by ids alone", async () => {
    const recent = await recentRecords(agent, [at.mandateId, paymentId, at.debtorId, "pay_none"]);
    expect(recent.debtors.map((one) => one.debtor.name)).toEqual(["Anna Andersen"]);
    expect([recent.mandates.length, recent.payments.length]).toEqual([1, 1]);
  });
});

describe("the list of debtors", () => {
  const listed = async (search: string) =>
    (await listDebtors(agent, { search }, { sort: { key: "name", direction: "up" } })).rows.map(
      (row) => row.name,
    );
  it("finds what the search finds", async () => {
    expect(await listed("met han")).toEqual(["Mette Hansen", "Mette Marie Hansen"]);
    expect(await listed("hansen mette")).toEqual(["Mette Hansen", "Mette Marie Hansen"]);
    expect(await listed("metet hanesn")).toEqual(["Mette Hansen", "Mette Marie Hansen"]);
    expect(await listed("200102")).toEqual(["Søren Ærø-Ågård"]);
    expect(await listed("nobody there")).toEqual([]);
    expect(await listed("100% _")).toEqual([]);
  });
  it("pages through what it found", async () => {
    const sort = { key: "name", direction: "up" } as const;
    const first = await listDebtors(agent, { search: "mette" }, { sort, limit: 1 });
    const second = await listDebtors(agent, { search: "mette" }, { sort, limit: 1, after: first.next ?? "" });
    expect([...first.rows, ...second.rows].map((row) => row.name)).toEqual([
      "Mette Hansen",
      "Mette Marie Hansen",
    ]);
  });
});

describe("debtors that came in by another way", () => {
  it("are made findable by the worker, with their accounts, once", async () => {
    const now = agent.clock.now();
    const row = { creditorId: agent.creditorId, kind: "person" as const, createdAt: now, version: 0 };
    await inTransaction(agent.db, async (tx) => {
      await tx.insert(debtors).values({
        ...row,
        id: "deb_old",
        name: "Zenobia Oldtimer",
        customerNumber: "OLD1",
        search: "zenobia oldtimer old1",
      });
      await tx.insert(debtorAccounts).values({
        id: "acc_old",
        creditorId: agent.creditorId,
        debtorId: "deb_old",
        kind: "iban",
        sealed: "sealed",
        blindIndex: "old",
        masked: "NL •••• 4300",
        createdAt: now,
      });
    });
    expect(await names("zenobia")).toEqual([]);
    expect(await indexOnce(() => agent)).toBe(1);
    expect(await names("oldtimer zen")).toEqual(["Zenobia Oldtimer"]);
    expect(await names("zenobai")).toEqual(["Zenobia Oldtimer"]);
    expect((await searchEverything(agent, { query: "4300" })).debtors[0]?.debtor.id).toBe("deb_old");
    expect(await indexOnce(() => agent)).toBe(0);
  });

  it("are found by their new name when it changes, and by nothing of the old one", async () => {
    const one = { id: "deb_old", creditorId: agent.creditorId, email: null, phone: null };
    await inTransaction(agent.db, async (tx) => {
      await tx.update(debtors).set({ name: "Zenobia Married" }).where(eq(debtors.id, "deb_old"));
      await indexDebtors(tx, [{ ...one, name: "Zenobia Married" }], [{ ...one, name: "Zenobia Oldtimer" }]);
    });
    expect(await names("married")).toEqual(["Zenobia Married"]);
    const left = await agent.db.read
      .select({ term: debtorTerms.term })
      .from(debtorTerms)
      .where(and(eq(debtorTerms.debtorId, "deb_old"), eq(debtorTerms.creditorId, agent.creditorId)));
    expect(left.map((row) => row.term).sort()).toEqual(["married zenobia", "zenobia married"]);
  });

  it("may be added by many at once", async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        createDebtor(agent, {
          kind: "person",
          name: `Unheardof Newword${"abcdefghij"[n % 10]}`,
          customer_number: `N${n}`,
        }),
      ),
    );
    expect(await names("unheradof")).toHaveLength(6);
  });
});
