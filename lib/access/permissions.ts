import type { Role } from "@/db/tables/access";

/** What each role may do. An added `approver` right gives the last list, never on one's own work. */
const agent = [
  "read",
  // To see a CPR or an account, and to look for one: the mask leaves so little that looking would be seeing.
  "identity.reveal",
  "debtors.write",
  "notes.write",
  "evidence.download",
  "mandates.write",
  "mandates.stop",
  "payments.create",
  "submissions.ask",
  "views.share",
  "imports.prepare",
  "imports.commit",
] as const;
const finance = [
  "read",
  "notes.write",
  "evidence.download",
  "mandates.stop",
  "payments.create",
  "payments.create_any_amount",
  "payments.cancel",
  "runs.prepare",
  "submissions.ask",
  "submissions.resolve",
  "gaps.close",
  "activity.read",
  "audit.read",
  "views.share",
] as const;
const admin = [
  "read",
  "notes.write",
  "evidence.download",
  "connections.manage",
  "deadlines.override",
  "consents.manage",
  "limits.manage",
  "people.manage",
  "messages.replay",
  "fence.compare",
  "fence.lift",
  "gaps.close",
  "activity.read",
  "audit.read",
  "views.share",
] as const;
const auditor = ["read", "evidence.download", "activity.read", "audit.read"] as const;
const approver = [
  "submissions.resend",
  "runs.approve",
  "mandates.approve_change",
  "imports.approve",
] as const;

export type Permission =
  | (typeof agent)[number]
  | (typeof finance)[number]
  | (typeof admin)[number]
  | (typeof approver)[number];

const byRole: Record<Role, readonly Permission[]> = { agent, finance, admin, auditor };

export function permissionsOf(role: Role, isApprover: boolean): ReadonlySet<Permission> {
  return new Set([...byRole[role], ...(isApprover ? approver : [])]);
}

/** Whether a permission comes with the added right, whatever the role. */
export const isApproversOwn = (permission: Permission): boolean =>
  (approver as readonly Permission[]).includes(permission);

/** The roles that have a permission, for "who can do this". */
export const rolesWith = (permission: Permission): Role[] =>
  (Object.keys(byRole) as Role[]).filter((role) => byRole[role].includes(permission));

/** The permission of this name; undefined for one that no role brings, and for a rule that is none. */
export const rolePermission = (name: unknown): Permission | undefined =>
  [...agent, ...finance, ...admin].find((one) => one === name);
