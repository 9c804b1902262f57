import { previewLandingEndpoint } from "@/lib/api/endpoints/deadlines";
import { read } from "@/lib/api/read";
import { ruleNamed } from "@/lib/api/work/rule-named";
import { wrongMethod } from "@/lib/api/wrong-method";
import { landingJson } from "@/lib/deadlines/api";
import { landing } from "@/lib/deadlines/landing";
import { deadlineFacts } from "@/lib/settings/deadlines";

export const GET = read(previewLandingEndpoint, async ({ ctx, query }) => {
  const rule = ruleNamed(query.rule);
  const { overrides, settings } = await deadlineFacts(ctx.db.read, ctx.creditorId, rule.id);
  const at = query.at === undefined ? ctx.clock.now() : new Date(query.at);
  return landingJson(landing(rule, at, query.wanted, overrides, settings));
});

export {
  wrongMethod as DELETE,
  wrongMethod as OPTIONS,
  wrongMethod as PATCH,
  wrongMethod as POST,
  wrongMethod as PUT,
};
