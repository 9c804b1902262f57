import { and, desc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { auditLog, debtorAccounts } from "@/db/schema";
import { createMandate } from "@/lib/mandates/create";
import { type BsDesk, deskOnBetalingsservice } from "@/lib/testing/mastercard-bs";
import { debtorHistory } from "./history";
import { revealSecret } from "./reveal";

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

const CPR = "010190-1234";
let at: BsDesk;
let accountId: string;

beforeAll(async () => {
  at = await deskOnBetalingsservice("2026-11-20T13:30:00Z");
  await createMandate(at.desk.as("agent"), {
    debtorId: at.debtorId,
    agreementId: at.agreementId,
    values: { identity: CPR, account: "1234 0000567890" },
    consent: {
      ...{ channel: "phone", givenAt: "2026-11-20T13:00:00Z", takenBy: "Eva" },
      wording: "da-0",
    },
  });
  const [account] = await at.desk.runtime.db.read.select().from(debtorAccounts);
  accountId = account?.id ?? "";
});

const agent = () => at.desk.as("agent", { name: "Eva" });
const entries = () =>
  at.desk.runtime.db.read
    .select()
    .from(auditLog)
    .where(and(eq(auditLog.creditorId, at.desk.creditorId), eq(auditLog.subjectId, at.debtorId)))
    .orderBy(desc(auditLog.seq));

describe("what is masked", () => {
  it("is seen whole by who says why, and the entry says so without it", async () => {
    const { debtorId } = at;
    expect(await revealSecret(agent(), { debtorId, reason: " The bank asks for it " })).toBe(CPR);
    const account = await revealSecret(agent(), { debtorId, accountId, reason: "A line of the bank" });
    expect(account.replaceAll(/\D/g, "")).toBe("12340000567890");
    const [second, first] = await entries();
    expect(first).toMatchObject({
      action: "debtor.identity_revealed",
      actorName: "Eva",
      reason: "The bank asks for it",
      before: null,
      after: null,
    });
    expect(second).toMatchObject({
      action: "debtor.account_revealed",
      reason: "A line of the bank",
      after: JSON.stringify({ account: accountId }),
    });
    for (const secret of ["0101901234", CPR, "0000567890"])
      expect(JSON.stringify(await entries())).not.toContain(secret);
    const history = await debtorHistory(at.desk.as("finance"), debtorId);
    expect(history.slice(0, 2).map((one) => [one.by, one.what])).toEqual([
      ["Eva", "account_revealed"],
      ["Eva", "identity_revealed"],
    ]);
  });

  it.each([
    ["", "required"],
    ["   ", "required"],
    ["x".repeat(301), "too_long"],
    ["He said \u202eit", "control_characters"],
  ])("stays masked for the reason %j", async (reason, problem) => {
    const before = await entries();
    await expect(revealSecret(agent(), { debtorId: at.debtorId, reason })).rejects.toMatchObject({
      code: "invalid",
      fields: { reason: problem },
    });
    expect(await entries()).toEqual(before);
  });

  it("stays masked where there is nothing, and for another's account", async () => {
    const before = await entries();
    for (const input of [
      { debtorId: "deb_none" },
      { debtorId: at.debtorId, accountId: "acc_none" },
      { debtorId: "deb_none", accountId },
    ])
      await expect(revealSecret(agent(), { ...input, reason: "because" })).rejects.toMatchObject({
        code: "not_found",
      });
    expect(await entries()).toEqual(before);
  });

  it.each(["finance", "admin", "auditor"] as const)("stays masked for %s", async (role) => {
    await expect(
      revealSecret(at.desk.as(role, { approver: true }), { debtorId: at.debtorId, reason: "because" }),
    ).rejects.toMatchObject({ code: "not_permitted" });
  });
});
