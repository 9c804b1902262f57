import { AppError } from "@/lib/kernel/errors";
import type { World } from "./world";

/** A verb may refuse, and a database that we broke may throw; anything else that is thrown is a finding. */
export function failedBy(world: World, what: string): (error: unknown) => void {
  return (error) => {
    if (error instanceof AppError) {
      world.scheduler.note(`refused: ${error.code}`, what);
      return;
    }
    const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    world.scheduler.note(`FAULT ${text}`, what);
    if (!/BrokenDatabase|Failed query|went away|broke at the commit/.test(text) || world.plan.database === 0)
      world.odd.push(`${what}: ${text}`);
  };
}
