import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import * as tables from "@/db/schema";
import type { Role } from "@/db/tables/access";
import { inTransaction } from "@/db/transaction";
import type { Ctx } from "@/lib/context";
import { saveDraft } from "@/lib/drafts/save";
import { newId } from "@/lib/kernel/ids";
import { createPayment } from "@/lib/payments/create";
import { buildRun } from "@/lib/runs/build";
import { sendSubmission } from "@/lib/submissions/send";
import { openTask } from "@/lib/tasks/tasks";
import { type DebitDirectDesk, deskOnDebitDirect } from "@/lib/testing/debitdirect";
import { openTasks } from "@/lib/testing/debitdirect-payments";
import { uploaded } from "@/lib/testing/imports";
import { type Ours, verbs } from "@/lib/testing/verbs";
import { createApiKey } from "./api-keys";
import { permissionsOf } from "./permissions";

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

const roles: readonly Role[] = ["agent", "finance", "admin", "auditor"];
let at: DebitDirectDesk;
let ours: Ours;

beforeAll(async () => {
  at = await deskOnDebitDirect("2026-11-10T09:00:00Z");
  const { desk, connectionId, agreementId, debtorId, mandateId } = at;
  at.simulator.faults.arm({ kind: "cut-after", method: "POST", path: "/payments", times: 1 });
  const made = await createPayment(desk.as("finance"), {
    mandateId,
    values: { amount: "10,00", text: "Heat" },
    despiteDuplicate: false,
  });
  const submissionId = made.submissionId ?? "";
  await sendSubmission(desk.as("finance"), submissionId);
  const { id: keyId } = await createApiKey(desk.as("admin"), { name: "Ours", role: "agent" });
  const [message] = await desk.runtime.db.read.select().from(tables.messages).limit(1);
  const messageId = message?.id ?? "";
  const { paymentId } = made;
  const runId = await buildRun(desk.as("finance"), {
    name: "Ours",
    test: true,
    agreementId,
    decimals: ",",
    rows: [{ customer: "100234", amount: "77,00", text: "Heat", reference: "OURS-1", due: "" }],
  });
  const importId = await uploaded(desk, "ours.csv", "Kundenr.\n100234");
  const gapId = "gap_ours";
  await inTransaction(desk.runtime.db, async (tx) => {
    await tx.insert(tables.gaps).values({
      id: gapId,
      creditorId: desk.creditorId,
      connectionId,
      comparisonId: "cmp_ours",
      kind: "unknown_here",
      noun: "payment",
      subject: "theirs",
      facts: {},
      state: "open",
      createdAt: desk.runtime.clock.now(),
    });
    await openTask(tx, desk.as("finance"), {
      kind: "payment_unknown_here",
      noun: "connection",
      subjectId: `${connectionId}/theirs`,
      role: "finance",
    });
  });
  const [{ id: foundTaskId } = { id: "" }] = await openTasks(desk, `${connectionId}/theirs`);
  const now = desk.runtime.clock.now();
  const draftId = newId("drf", now);
  await saveDraft(desk.as("agent", { name: "Ours" }), {
    id: draftId,
    version: 0,
    agreementId,
    debtorId,
    fromId: null,
    changeOf: null,
    values: { account: "ours" },
  });
  const changeId = "chg_ours";
  await inTransaction(desk.runtime.db, async (tx) => {
    await tx.insert(tables.accountChanges).values({
      id: changeId,
      creditorId: desk.creditorId,
      oldMandateId: mandateId,
      state: "waits",
      reason: "because",
      askedById: "usr_ours",
      askedByName: "Ours",
      createdAt: now,
    });
  });
  ours = {
    draftId,
    changeId,
    connectionId,
    agreementId,
    debtorId,
    mandateId,
    paymentId,
    submissionId,
    messageId,
    keyId,
    gapId,
    foundTaskId,
    runId,
    importId,
  };
});

/** Everything of ours that a verb could change, as it stands. */
async function everythingOfOurs(): Promise<string> {
  const { read } = at.desk.runtime.db;
  const own = [
    tables.debtors,
    tables.mandates,
    tables.payments,
    tables.submissions,
    tables.connections,
    tables.credentials,
    tables.agreements,
    tables.apiKeys,
    tables.tasks,
    tables.messages,
    tables.auditLog,
    tables.settings,
    tables.deadlineOverrides,
    tables.runs,
    tables.runItems,
    tables.imports,
    tables.importRows,
    tables.gaps,
    tables.comparisons,
    tables.obligations,
    tables.drafts,
    tables.consentTexts,
    tables.invitations,
    tables.invitationSends,
    tables.accountChanges,
  ];
  const rows: unknown[] = [];
  for (const table of own)
    rows.push(await read.select().from(table).where(eq(table.creditorId, at.desk.creditorId)));
  return JSON.stringify(rows);
}

describe("S1: every verb", () => {
  it.each(verbs)(
    "$name needs $permission, and refuses every role without it",
    async ({ permission, call }) => {
      const before = await everythingOfOurs();
      for (const role of roles)
        for (const approver of [true, false]) {
          if (permissionsOf(role, approver).has(permission)) continue;
          const ctx = at.desk.as(role, { approver });
          await expect(
            (async () => call(ctx, ours))(),
            `${role}${approver ? " and approver" : ""}`,
          ).rejects.toMatchObject({ code: "not_permitted", params: { permission } });
        }
      expect(await everythingOfOurs()).toBe(before);
    },
  );

  it.each(verbs)("$name of another creditor does not reach ours", async ({ permission, reaches, call }) => {
    const role = roles.find((one) => permissionsOf(one, true).has(permission)) ?? "admin";
    const stranger: Ctx = { ...at.desk.as(role, { approver: true }), creditorId: "cre_stranger" };
    const before = await everythingOfOurs();
    const calls = at.simulator.journal.length;
    const called = (async () => call(stranger, ours))();
    if (reaches) await expect(called).rejects.toMatchObject({ code: "not_found" });
    else await called.catch(() => undefined);
    expect(await everythingOfOurs()).toBe(before);
    expect(at.simulator.journal).toHaveLength(calls);
  });

  it("is on this list: what changes something and asks for a permission is tried here", () => {
    const listed = new Set(verbs.map(({ name, permission }) => `${name} ${permission}`));
    expect(writingVerbs().filter((one) => !listed.has(one))).toEqual([]);
  });
});

/** `name permission` of every exported function in lib that asks for more than reading as the first thing it does. */
function writingVerbs(): string[] {
  const files = readdirSync("lib", { recursive: true, encoding: "utf8" }).filter(
    (path) => path.endsWith(".ts") && !path.endsWith(".test.ts"),
  );
  const asked =
    /export (?:async )?function (\w+)\((?:(?!\nexport )[\s\S])*?requirePermission\(ctx, "([\w.]+)"\)/g;
  return files
    .flatMap((path) => [...readFileSync(join("lib", path), "utf8").matchAll(asked)])
    .filter(([, , permission]) => permission !== "read" && permission !== "audit.read")
    .map(([, name, permission]) => `${name} ${permission}`);
}
