import type { Role } from "@/db/tables/access";

/** Every role, the commonest first. */
export const roles = ["agent", "finance", "admin", "auditor"] as const satisfies readonly Role[];
