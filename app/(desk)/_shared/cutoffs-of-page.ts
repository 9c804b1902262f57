import { cache } from "react";
import { factsOfPage } from "@/app/(desk)/_shared/facts-of-page";
import type { Ctx } from "@/lib/context";
import { nextCutoffs } from "@/lib/overview/cutoffs";

/** The strip and Today both tell of what comes next: read once per page. */
export const cutoffsOfPage = cache(async (ctx: Ctx) => nextCutoffs(ctx, await factsOfPage(ctx)));
