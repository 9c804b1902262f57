import type { Ctx } from "@/lib/context";
import { nextCutoff } from "@/lib/deadlines/cutoff";
import type { Zone } from "@/lib/kernel/instant";
import { ownRules } from "@/lib/overview/rules";
import { deadlineFacts } from "@/lib/settings/deadlines";

export interface FoundCutoff {
  cutoffAt: Date;
  zone: Zone;
}

/** Gives, for a connection, the first cut-off after an instant of the schemes that it serves; null when it serves none. */
export type CutoffFinder = (connectionId: string) => (at: Date) => FoundCutoff | null;

/** Reads the creditor's rules once; the finder itself only computes. Monthly cut-offs come before daily ones. */
export async function cutoffFinder(ctx: Ctx): Promise<CutoffFinder> {
  const rules = await Promise.all(
    (await ownRules(ctx)).map(async (own) => ({
      ...own,
      facts: await deadlineFacts(ctx.db.read, ctx.creditorId, own.rule.id),
    })),
  );
  return (connectionId) => {
    const served = rules.filter(({ uses }) => uses.some((use) => use.connectionId === connectionId));
    const monthly = served.filter(({ rule }) => rule.kind === "monthly");
    const counted = monthly.length > 0 ? monthly : served;
    return (at) => {
      const found = counted.map(({ rule, facts }) => ({
        cutoffAt: nextCutoff(rule, at, facts.overrides, facts.settings).cutoffAt,
        zone: rule.zone,
      }));
      return found.sort((a, b) => a.cutoffAt.getTime() - b.cutoffAt.getTime())[0] ?? null;
    };
  };
}
