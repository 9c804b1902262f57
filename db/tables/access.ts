import type { Kit } from "../dialect/postgres";

export type Role = "agent" | "finance" | "admin" | "auditor";

export function accessTables(k: Kit) {
  const users = k.table(
    "users",
    {
      id: k.text().primaryKey(),
      creditorId: k.text().notNull(),
      email: k.text().notNull(),
      name: k.text().notNull(),
      passwordHash: k.text().notNull(),
      role: k.text().$type<Role>().notNull(),
      /** An added right: may approve what others prepared. */
      approver: k.bool().notNull(),
      locale: k.text(),
      disabledAt: k.instant(),
      failedSignIns: k.int().notNull(),
      lockedUntil: k.instant(),
      createdAt: k.instant().notNull(),
    },
    (t) => [k.uniqueIndex("users_email").on(t.email)],
  );

  /** A row decides whether a signed-in browser is still welcome; the cookie only names it. */
  const sessions = k.table(
    "sessions",
    {
      /** SHA-256 of the opaque token in the cookie. */
      id: k.text().primaryKey(),
      userId: k.text().notNull(),
      createdAt: k.instant().notNull(),
      lastSeenAt: k.instant().notNull(),
      expiresAt: k.instant().notNull(),
      endedAt: k.instant(),
    },
    (t) => [k.index("sessions_user").on(t.userId)],
  );

  const apiKeys = k.table(
    "api_keys",
    {
      id: k.text().primaryKey(),
      creditorId: k.text().notNull(),
      name: k.text().notNull(),
      /** SHA-256 of the key; the key itself is shown once. */
      hash: k.text().notNull(),
      lastFour: k.text().notNull(),
      role: k.text().$type<Role>().notNull(),
      /** Roles besides: a program may do the work of more than one person. */
      moreRoles: k.json<Role[]>(),
      createdAt: k.instant().notNull(),
      createdBy: k.text().notNull(),
      /** Who made it: its work is theirs too. Null where nobody knows. */
      createdById: k.text(),
      lastUsedAt: k.instant(),
      revokedAt: k.instant(),
    },
    (t) => [k.uniqueIndex("api_keys_hash").on(t.hash), k.index("api_keys_creditor").on(t.creditorId)],
  );

  /** What a form's or an API caller's own request id led to: the second try shows the first result. */
  const requests = k.table(
    "requests",
    {
      scope: k.text().notNull(),
      key: k.text().notNull(),
      fingerprint: k.text().notNull(),
      status: k.int(),
      result: k.json<unknown>(),
      createdAt: k.instant().notNull(),
    },
    (t) => [k.primaryKey({ name: "requests_pk", columns: [t.scope, t.key] })],
  );

  return { users, sessions, apiKeys, requests };
}
