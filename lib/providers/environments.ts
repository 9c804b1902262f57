import type { Environment } from "./contract";

/** Where a connection may lead, the safest first. */
export const environments = ["simulator", "sandbox", "production"] as const satisfies readonly Environment[];
