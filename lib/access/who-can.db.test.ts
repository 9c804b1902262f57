import { describe, expect, it } from "vitest";
import { users } from "@/db/schema";
import type { Role } from "@/db/tables/access";
import { inTransaction } from "@/db/transaction";
import { systemClock } from "@/lib/clock";
import { testDesk } from "@/lib/testing/desk";
import { whoCan } from "./who-can";

describe("whoCan", () => {
  it("names the people of this creditor whose role has the right, and no one who was disabled", async () => {
    const desk = await testDesk(systemClock);
    const now = new Date();
    const person = (name: string, role: Role, more: { creditorId?: string; disabledAt?: Date } = {}) => ({
      id: `usr_${name}`,
      creditorId: desk.creditorId,
      email: `${name}@example.org`,
      name,
      passwordHash: "x",
      role,
      approver: false,
      failedSignIns: 0,
      createdAt: now,
      ...more,
    });
    await inTransaction(desk.runtime.db, async (tx) => {
      await tx
        .insert(users)
        .values([
          person("Bente", "admin"),
          person("Anders", "admin"),
          person("Mette", "finance"),
          person("Gone", "admin", { disabledAt: now }),
          person("Stranger", "admin", { creditorId: "cre_other" }),
        ]);
    });
    expect(await whoCan(desk.as("agent"), "connections.manage")).toEqual(["Anders", "Bente"]);
    expect(await whoCan(desk.as("agent"), "audit.read")).toEqual(["Anders", "Bente", "Mette"]);
  });

  it("names nobody for a right that no role brings", async () => {
    const desk = await testDesk(systemClock);
    expect(await whoCan(desk.as("agent"), "submissions.resend")).toEqual([]);
  });
});
