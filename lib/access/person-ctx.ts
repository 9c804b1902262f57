import { randomUUID } from "node:crypto";
import type { Ctx } from "@/lib/context";
import { providers } from "@/lib/providers/registry";
import type { Runtime } from "@/lib/runtime";
import { permissionsOf } from "./permissions";
import type { Person } from "./session";

/** The context of what a signed-in person does. */
export function personCtx(of: Runtime, person: Person): Ctx {
  return {
    actor: { kind: "person", id: person.id, name: person.name },
    creditorId: person.creditorId,
    permissions: permissionsOf(person.role, person.approver),
    requestId: randomUUID(),
    clock: of.clock,
    db: of.db,
    vault: of.vault,
    providers,
    publicUrl: of.publicUrl,
  };
}
