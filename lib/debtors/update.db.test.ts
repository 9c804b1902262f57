import { beforeEach, describe, expect, it, vi } from "vitest";
import { getMandate } from "@/lib/mandates/get";
import { type DebitDirectDesk, deskOnDebitDirect } from "@/lib/testing/debitdirect";
import { getDebtor } from "./get";
import { debtorHistory } from "./history";
import { listDebtors } from "./list";
import { updateDebtor } from "./update";

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

let at: DebitDirectDesk;
beforeEach(async () => {
  at = await deskOnDebitDirect("2026-11-10T09:00:00Z");
});

const agent = () => at.desk.as("agent", { name: "Sofie Krogh" });
const change = (values: Record<string, string>, version = 0) =>
  updateDebtor(agent(), { debtorId: at.debtorId, version, values });

describe("changing a debtor", () => {
  it("changes the name everywhere it is shown, and how to reach them", async () => {
    await change({ name: "Anna Åkjær", email: "anna@example.dk", phone: "+45 12 34 56 78", language: "da" });
    expect(await getDebtor(agent(), at.debtorId)).toMatchObject({
      name: "Anna Åkjær",
      email: "anna@example.dk",
      phone: "+45 12 34 56 78",
      language: "da",
      customerNumber: "100234",
      version: 1,
    });
    expect((await getMandate(agent(), at.mandateId)).debtorName).toBe("Anna Åkjær");
    const found = await listDebtors(agent(), { search: "akjær" });
    expect(found.rows.map((row) => row.id)).toEqual([at.debtorId]);
  });

  it("is refused when somebody else was first, and overwrites nothing of theirs", async () => {
    await change({ name: "Anna Andersen", phone: "11 11 11 11" });
    await expect(change({ name: "Anna Andersen", phone: "22 22 22 22" })).rejects.toMatchObject({
      code: "changed_meanwhile",
    });
    expect((await getDebtor(agent(), at.debtorId)).phone).toBe("11 11 11 11");
    await change({ name: "Anna Andersen", phone: "22 22 22 22" }, 1);
    expect((await getDebtor(agent(), at.debtorId)).phone).toBe("22 22 22 22");
  });

  it("says what is wrong at its field", async () => {
    await expect(change({ name: "", email: "nobody", language: "xx" })).rejects.toMatchObject({
      code: "invalid",
      fields: { name: "required", email: "email", language: "choice" },
    });
  });

  it("is told in the history by who and which fields, without what stood there", async () => {
    await change({ name: "Anna Andersen", email: "private@example.dk" });
    const history = await debtorHistory(agent(), at.debtorId);
    expect(history).toMatchObject([
      { what: "updated", by: "Sofie Krogh", changed: ["email"] },
      { what: "created" },
    ]);
    expect(JSON.stringify(history)).not.toContain("private@example.dk");
  });
});
