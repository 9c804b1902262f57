import { randomUUID } from "node:crypto";
import type { Ctx, Runtime } from "@/lib/context";
import { providers } from "@/lib/providers/registry";
import { permissionsOf } from "./permissions";
import type { Person } from "./session";

/** The context of what a signed-in person does. */
export function personCtx(of: Runtime, person: Person): Ctx {
  return {
    actor: { kind: "person", id: person.id, name: person.name },
    creditorId: person.creditorId,
    permissions: permissionsOf(person.role, person.approver),
    requestId: randomUUID(),
    ...of,
    providers,
  };
}
