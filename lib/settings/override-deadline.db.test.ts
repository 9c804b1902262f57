import { desc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { auditLog, payments } from "@/db/schema";
import { findRule } from "@/lib/deadlines/rules";
import { windowSource } from "@/lib/deadlines/window-source";
import { month } from "@/lib/kernel/day";
import { createPayment } from "@/lib/payments/create";
import { deskOnDebitDirect } from "@/lib/testing/debitdirect";
import { type TestDesk, testDesk } from "@/lib/testing/desk";
import { deadlineFacts } from "./deadlines";
import { overrideDeadline, removeOverride } from "./override-deadline";

const clock = { now: () => new Date("2026-11-20T11:52:00Z"), movable: true };
const own = { rule: "nets-bs", month: "2026-11", deadline: "2026-11-20", source: "override", note: "Early" };

async function november(desk: TestDesk) {
  const rule = findRule("nets-bs");
  if (rule?.kind !== "monthly") throw new Error("not a monthly rule");
  const facts = await deadlineFacts(desk.runtime.db.read, desk.creditorId, rule.id);
  return windowSource(rule, month("2026-11"), facts.overrides, facts.settings);
}

const refusal = (fields: Record<string, string>) => ({ code: "invalid", fields });

describe("overrideDeadline", () => {
  it("puts a date in the place of the computed one, under a name and with its reason", async () => {
    const desk = await testDesk(clock);
    await overrideDeadline(desk.as("admin"), own);
    expect(await november(desk)).toMatchObject({ own: "2026-11-20", agrees: false });
    const [entry] = await desk.runtime.db.read.select().from(auditLog).orderBy(desc(auditLog.seq));
    expect(entry).toMatchObject({
      action: "deadline.overridden",
      subjectId: "nets-bs:2026-11",
      reason: "Early",
      before: null,
    });
  });

  it("replaces an earlier one of the same month and says what it was", async () => {
    const desk = await testDesk(clock);
    await overrideDeadline(desk.as("admin"), own);
    await overrideDeadline(desk.as("admin"), { ...own, source: "published", deadline: "2026-11-22" });
    expect(await november(desk)).toMatchObject({ own: null, published: "2026-11-22", agrees: true });
    const [entry] = await desk.runtime.db.read.select().from(auditLog).orderBy(desc(auditLog.seq));
    expect(JSON.parse(entry?.before ?? "")).toMatchObject({ deadline: "2026-11-20", source: "override" });
  });

  it.each([
    [{ deadline: "" }, { deadline: "required" }],
    [{ deadline: "2026-11-31" }, { deadline: "day" }],
    [{ deadline: "2026-12-01" }, { deadline: "deadline_outside_month" }],
    [{ source: "rumour" }, { source: "choice" }],
    [{ note: "  " }, { note: "required" }],
    [
      { deadline: "2026-12-01", note: "" },
      { deadline: "deadline_outside_month", note: "required" },
    ],
  ])("refuses %j at its field and writes nothing", async (change, fields) => {
    const desk = await testDesk(clock);
    await expect(overrideDeadline(desk.as("admin"), { ...own, ...change })).rejects.toMatchObject(
      refusal(fields as Record<string, string>),
    );
    expect(await desk.runtime.db.read.select().from(auditLog)).toEqual([]);
  });

  it("has no month to move where a scheme collects every day", async () => {
    const desk = await testDesk(clock);
    const daily = { ...own, rule: "sepa-core" };
    await expect(overrideDeadline(desk.as("admin"), daily)).rejects.toMatchObject({ code: "not_found" });
  });

  it.each(["agent", "finance", "auditor"] as const)("is not for the role %s", async (role) => {
    const desk = await testDesk(clock);
    await expect(overrideDeadline(desk.as(role), own)).rejects.toMatchObject({ code: "not_permitted" });
    await expect(removeOverride(desk.as(role), own)).rejects.toMatchObject({ code: "not_permitted" });
  });

  it("gives payments that wait to be sent their new cut-off, and the old one back", async () => {
    const { desk, mandateId } = await deskOnDebitDirect("2026-11-10T10:00:00Z");
    const { paymentId } = await createPayment(desk.as("finance"), {
      mandateId,
      values: { amount: "100", text: "Heat" },
      despiteDuplicate: false,
    });
    const cutoff = async () => {
      const [row] = await desk.runtime.db.read.select().from(payments).where(eq(payments.id, paymentId));
      return row?.cutoffAt?.toISOString();
    };
    expect(await cutoff()).toBe("2026-11-22T22:59:59.999Z");
    await overrideDeadline(desk.as("admin"), own);
    expect(await cutoff()).toBe("2026-11-20T22:59:59.999Z");
    await removeOverride(desk.as("admin"), own);
    expect(await cutoff()).toBe("2026-11-22T22:59:59.999Z");
  });
});

describe("removeOverride", () => {
  it("lets the rule decide again", async () => {
    const desk = await testDesk(clock);
    await overrideDeadline(desk.as("admin"), own);
    await removeOverride(desk.as("admin"), own);
    expect(await november(desk)).toMatchObject({ own: null, window: { source: "rule" } });
  });

  it("says so when there is none", async () => {
    const desk = await testDesk(clock);
    await expect(removeOverride(desk.as("admin"), own)).rejects.toMatchObject({ code: "not_found" });
  });
});
