import { and, eq, ne } from "drizzle-orm";
import { agreements, connections } from "@/db/schema";
import { type Ctx, requirePermission } from "@/lib/context";
import type { Rule } from "@/lib/deadlines/rules";
import type { LocalText } from "@/lib/kernel/locale";
import { ruleOf } from "@/lib/payments/schedule";

export interface RuleUse {
  agreementId: string;
  agreement: string;
  connectionId: string;
  connection: string;
  /** The provider's label. */
  provider: string;
  state: (typeof agreements.$inferSelect)["state"];
}

export interface OwnRule {
  rule: Rule;
  /** What people call the scheme. */
  label: LocalText;
  /** The agreements that collect by it. */
  uses: RuleUse[];
}

/** The deadline rules of the schemes that this creditor collects by, monthly ones first, with what uses them. */
export async function ownRules(ctx: Ctx): Promise<OwnRule[]> {
  requirePermission(ctx, "read");
  const rows = await ctx.db.read
    .select({
      agreementId: agreements.id,
      agreement: agreements.name,
      scheme: agreements.scheme,
      state: agreements.state,
      connectionId: connections.id,
      connection: connections.name,
      provider: connections.provider,
    })
    .from(agreements)
    .innerJoin(connections, eq(connections.id, agreements.connectionId))
    .where(and(eq(agreements.creditorId, ctx.creditorId), ne(agreements.state, "ended")))
    .orderBy(agreements.createdAt, agreements.id);
  const found = new Map<string, OwnRule>();
  for (const { scheme, provider, ...use } of rows) {
    const module = ctx.providers[provider];
    const named = module?.schemes.find((one) => one.code === scheme);
    if (!module || !named) continue;
    const known = found.get(named.deadlineRule) ?? {
      rule: ruleOf(module, scheme),
      label: named.label,
      uses: [],
    };
    known.uses.push({ ...use, provider: module.label });
    found.set(named.deadlineRule, known);
  }
  const order = (one: OwnRule) => (one.rule.kind === "monthly" ? 0 : 1);
  return [...found.values()].sort((a, b) => order(a) - order(b));
}
