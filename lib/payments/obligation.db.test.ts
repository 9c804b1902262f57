import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { auditLog, mandates, obligations, payments } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import type { Ctx } from "@/lib/context";
import { newId } from "@/lib/kernel/ids";
import { linkMandate } from "@/lib/mandates/link";
import { type DebitDirectDesk, deskOnDebitDirect } from "@/lib/testing/debitdirect";
import { openTasks, paymentOf } from "@/lib/testing/debitdirect-payments";
import { justBefore } from "@/lib/testing/just-before";
import { cancelPayment } from "./cancel";
import { createPayment } from "./create";
import { movePayment } from "./door";
import { despiteOf } from "./obligation";

vi.setConfig({ testTimeout: 60_000 });

let at: DebitDirectDesk;
/** Another mandate of the same debtor, under another scheme with other windows. */
let other: string;

beforeAll(async () => {
  at = await deskOnDebitDirect("2026-11-10T09:00:00Z");
  other = newId("man", new Date());
  await inTransaction(at.desk.runtime.db, async (tx) => {
    const [mandate] = await tx.select().from(mandates).where(eq(mandates.id, at.mandateId));
    if (!mandate) throw new Error("no mandate");
    await tx.insert(mandates).values({ ...mandate, id: other, providerId: "theirs-2", scheme: "nets-ls" });
  });
});

const pay = (
  amount: string,
  also: Partial<Parameters<typeof createPayment>[1]> & { reference?: string } = {},
  ctx: Ctx = at.desk.as("finance"),
) => {
  const { reference, ...input } = also;
  return createPayment(ctx, {
    mandateId: at.mandateId,
    despiteDuplicate: false,
    ...input,
    values: { amount, text: "Heat", due: "2026-12-01", ...(reference ? { reference } : {}), ...input.values },
  });
};

/** Moves a payment as the provider's evidence would. */
const move = (id: string, to: "reject" | "settle" | "give_back" | "relist" | "receipt") =>
  inTransaction(at.desk.runtime.db, async (tx) => {
    const [payment] = await tx.select().from(payments).where(eq(payments.id, id));
    if (payment) await movePayment(tx, at.desk.as("finance"), payment, to, {});
  });

describe("U9: one debt, one live collection, whatever the route", () => {
  it("refuses it under another mandate and scheme, and names the one that is there", async () => {
    const first = await pay("100,00");
    await expect(pay("100,00", { mandateId: other })).rejects.toMatchObject({
      code: "duplicate",
      params: { payment: first.paymentId },
    });
    await expect(pay("100,00", { mandateId: other, values: { due: "2026-12-15" } })).rejects.toMatchObject({
      code: "duplicate",
    });
    await pay("100,01", { mandateId: other });
    await pay("100,00", { mandateId: other, values: { due: "2027-01-04" } });
  });

  it("counts the month that was asked for, also where it lands in a later one", async () => {
    await pay("110,00", { mandateId: other, values: { due: "2026-11-20" } });
    const [lands] = await at.desk.runtime.db.read
      .select()
      .from(payments)
      .where(eq(payments.amountMinor, 11_000));
    // Whichever month it lands in, November is claimed as well.
    const keys = await at.desk.runtime.db.read
      .select()
      .from(obligations)
      .where(eq(obligations.paymentId, lands?.id ?? ""));
    expect(keys.some((one) => one.key.includes("2026-11"))).toBe(true);
    await expect(pay("110,00", { values: { due: "2026-11-20" } })).rejects.toMatchObject({
      code: "duplicate",
    });
  });

  it("is decided by the database when two are pressed at once on different mandates", async () => {
    const pressed = await Promise.allSettled([
      pay("120,00"),
      pay("120,00", { mandateId: other }),
      pay("120,00"),
      pay("120,00", { mandateId: other }),
    ]);
    expect(pressed.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    for (const one of pressed)
      if (one.status === "rejected") expect(one.reason).toMatchObject({ code: "duplicate" });
    const rows = await at.desk.runtime.db.read
      .select()
      .from(payments)
      .where(eq(payments.amountMinor, 12_000));
    expect(rows).toHaveLength(1);
  });

  it.each([1, 2, 3])("is one's alone, wherever the other is written: before statement %i", async (nth) => {
    const amount = `12${nth},50`;
    const another = () => pay(amount, { mandateId: other });
    // SQLite has one writer: there the other is written before or after, and never in between.
    const between = at.desk.runtime.db.engine === "postgres";
    if (!between) await another();
    const ctx = between ? justBefore(at.desk.as("finance"), obligations, nth, another) : undefined;
    await expect(pay(amount, {}, ctx)).rejects.toMatchObject({ code: "duplicate" });
    const rows = await at.desk.runtime.db.read
      .select({ mandate: payments.mandateId })
      .from(payments)
      .where(eq(payments.amountMinor, 12_050 + nth * 100));
    expect(rows).toEqual([{ mandate: other }]);
  });

  it("lets a person say why it is meant twice, and keeps the reason on the record and in the audit log", async () => {
    const first = await pay("130,00");
    const twice = { mandateId: other, despiteDuplicate: true };
    await expect(pay("130,00", twice)).rejects.toMatchObject({ fields: { duplicate_reason: "required" } });
    await expect(pay("130,00", { ...twice, duplicateReason: "  " })).rejects.toMatchObject({
      code: "invalid",
    });
    const second = await pay("130,00", { ...twice, duplicateReason: "two meters" });
    const { read } = at.desk.runtime.db;
    expect(await despiteOf(read, await paymentOf(at.desk, second.paymentId))).toEqual({
      reason: "two meters",
      by: "finance",
      besides: first.paymentId,
    });
    const [entry] = await read
      .select()
      .from(auditLog)
      .where(eq(auditLog.action, "payment.despite_duplicate"));
    expect(entry).toMatchObject({ subjectId: second.paymentId, reason: "two meters" });
    // A third is refused as the second was, and without a duplicate no reason is asked for.
    await expect(pay("130,00")).rejects.toMatchObject({ code: "duplicate" });
    await pay("131,00", { despiteDuplicate: true });
  });

  const ends: [string, string, (id: string) => Promise<unknown>][] = [
    ["rejected", "140,00", (id) => move(id, "reject")],
    ["cancelled", "141,00", (id) => cancelPayment(at.desk.as("finance"), { paymentId: id, reason: "x" })],
    ["given back", "142,00", (id) => move(id, "settle").then(() => move(id, "give_back"))],
  ];

  it.each(ends)("is free again once it was %s, also under the same reference", async (name, amount, end) => {
    const reference = `INV-${name.slice(0, 5).trim()}`;
    const first = await pay(amount, { reference });
    await expect(pay(amount, { reference })).rejects.toMatchObject({
      fields: { reference: "reference_taken" },
    });
    await end(first.paymentId);
    const again = await pay(amount, { mandateId: other, reference });
    expect((await paymentOf(at.desk, again.paymentId)).reference).toBe(`${reference}.r2`);
    await expect(pay(amount)).rejects.toMatchObject({ code: "duplicate" });
  });

  it("is the debtor's from the moment at which a reported mandate is linked to them", async () => {
    const [lone, again] = [newId("man", new Date()), newId("man", new Date())];
    await inTransaction(at.desk.runtime.db, async (tx) => {
      const [mandate] = await tx.select().from(mandates).where(eq(mandates.id, at.mandateId));
      if (!mandate) throw new Error("no mandate");
      const nobodys = { ...mandate, debtorId: null, debtorName: "" };
      await tx.insert(mandates).values({ ...nobodys, id: lone, providerId: "theirs-3" });
      await tx.insert(mandates).values({ ...nobodys, id: again, providerId: "theirs-4" });
    });
    const first = await pay("170,00", { mandateId: lone });
    const second = await pay("170,00", { mandateId: again });
    const [mandate] = await at.desk.runtime.db.read
      .select()
      .from(mandates)
      .where(eq(mandates.id, at.mandateId));
    const debtorId = mandate?.debtorId ?? "";
    await linkMandate(at.desk.as("agent"), { mandateId: lone, debtorId });
    await expect(pay("170,00", { mandateId: lone })).rejects.toMatchObject({ code: "duplicate" });
    await expect(pay("170,00", { mandateId: other })).rejects.toMatchObject({ code: "duplicate" });
    expect(await openTasks(at.desk, first.paymentId)).toEqual([]);
    // The second claims what the debtor is charged for already: nothing can refuse it any more, so a person sees it.
    await linkMandate(at.desk.as("agent"), { mandateId: again, debtorId });
    expect(await openTasks(at.desk, second.paymentId)).toMatchObject([{ kind: "double_collection" }]);
  });

  it("stays taken once it was collected", async () => {
    const { paymentId } = await pay("150,00");
    await move(paymentId, "settle");
    await expect(pay("150,00", { mandateId: other })).rejects.toMatchObject({ code: "duplicate" });
  });

  it("shows a person a rejected one that the scheme offers again beside its successor", async () => {
    const first = await pay("160,00");
    await move(first.paymentId, "receipt");
    await move(first.paymentId, "reject");
    await pay("160,00", { mandateId: other });
    await move(first.paymentId, "relist");
    expect((await openTasks(at.desk, first.paymentId)).map((one) => one.kind)).toContain("double_collection");
  });
});
