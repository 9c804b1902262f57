import type { Actor } from "@/lib/context";
import type { Run } from "./door";

/** Everyone whose work a run is, with this one. */
export const workOf = (run: Run, actor: Actor): string[] => [...new Set([...run.workOf, actor.id])];
