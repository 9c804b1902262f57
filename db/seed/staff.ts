import { creditors, users } from "@/db/schema";
import type { Role } from "@/db/tables/access";
import { inTransaction } from "@/db/transaction";
import { hashPassword } from "@/lib/access/password";
import { personCtx } from "@/lib/access/person-ctx";
import type { Person } from "@/lib/access/session";
import { audit } from "@/lib/audit/entry";
import type { Ctx, Runtime } from "@/lib/context";
import { newId } from "@/lib/kernel/ids";
import type { SignIn, StaffKey } from "./desk";

const CREDITOR = "Halmstrup Fjernvarme";

const staff: Record<StaffKey, { name: string; role: Role; approver: boolean }> = {
  agent: { name: "Mette Lundgaard", role: "agent", approver: false },
  finance: { name: "Jonas Bakkegård", role: "finance", approver: false },
  approver: { name: "Karen Holtum", role: "finance", approver: true },
  admin: { name: "Søren Dalsager", role: "admin", approver: false },
  auditor: { name: "Inge Thorslund", role: "auditor", approver: false },
};
const keys = ["agent", "finance", "approver", "admin", "auditor"] as const;

/**
 * Founds the creditor with one person per role. There is no verb for the first of these, as nobody is there who could
 * be permitted to.
 */
export async function hire(
  of: Runtime,
  signIns: Record<StaffKey, SignIn>,
): Promise<{ creditorId: string; as: (who: StaffKey) => Ctx }> {
  const now = of.clock.now();
  const creditorId = newId("cre", now);
  const people = await Promise.all(
    keys.map(async (key) => ({
      ...staff[key],
      key,
      id: newId("usr", now),
      email: signIns[key].email,
      passwordHash: await hashPassword(signIns[key].password),
    })),
  );
  const person = (key: StaffKey): Person => {
    const found = people.find((one) => one.key === key);
    if (!found) throw new Error(`nobody is ${key}`);
    const { id, name, email, role, approver } = found;
    return { id, name, email, role, approver, locale: null, creditorId, creditorName: CREDITOR };
  };
  const as = (who: StaffKey) => personCtx(of, person(who));
  await inTransaction(of.db, async (tx) => {
    await tx.insert(creditors).values({ id: creditorId, name: CREDITOR, createdAt: now });
    for (const { key: _key, ...one } of people) {
      await tx.insert(users).values({ ...one, creditorId, failedSignIns: 0, createdAt: now });
      audit(tx, as("admin"), {
        action: "user.created",
        noun: "user",
        subjectId: one.id,
        after: { role: one.role, approver: one.approver },
      });
    }
  });
  return { creditorId, as };
}
