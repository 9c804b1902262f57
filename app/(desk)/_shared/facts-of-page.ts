import { cache } from "react";
import type { Ctx } from "@/lib/context";
import { allDeadlineFacts } from "@/lib/settings/deadlines";

/** The strip and a list of payments both reckon with the calendar: read once per page. */
export const factsOfPage = cache((ctx: Ctx) => allDeadlineFacts(ctx.db.read, ctx.creditorId));
