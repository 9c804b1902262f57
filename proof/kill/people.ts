import { randomUUID } from "node:crypto";
import type { Role } from "@/db/tables/access";
import { permissionsOf } from "@/lib/access/permissions";
import type { Ctx, Runtime } from "@/lib/context";
import { providers } from "@/lib/providers/registry";

export type Who = "agent" | "finance" | "approver" | "admin";
const roles: Record<Who, Role> = { agent: "agent", finance: "finance", approver: "finance", admin: "admin" };

/** The context of a person at the desk. */
export function personAt(of: Runtime, creditorId: string, who: Who): Ctx {
  return {
    actor: { kind: "person", id: `usr_${who}`, name: who },
    creditorId,
    permissions: permissionsOf(roles[who], who === "approver"),
    requestId: randomUUID(),
    ...of,
    providers,
  };
}
