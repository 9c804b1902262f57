import { isNotNull } from "drizzle-orm";
import { messages, submissions } from "@/db/schema";
import type { World } from "./world";

/** When a worker could next do something; null when nothing waits for one. */
export async function nextDue({ read }: World): Promise<number | null> {
  const due = async (table: typeof submissions | typeof messages) =>
    read.select({ at: table.nextAt, lease: table.leaseUntil }).from(table).where(isNotNull(table.nextAt));
  const rows = [...(await due(submissions)), ...(await due(messages))];
  const instants = rows.map(({ at, lease }) => Math.max(at?.getTime() ?? 0, (lease?.getTime() ?? 0) + 1));
  return instants.length === 0 ? null : Math.min(...instants);
}
