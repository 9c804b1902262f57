import { listDeadlinesEndpoint } from "@/lib/api/endpoints/deadlines";
import { read } from "@/lib/api/read";
import { ruleNamed } from "@/lib/api/work/rule-named";
import { wrongMethod } from "@/lib/api/wrong-method";
import { deadlinesJson } from "@/lib/deadlines/api";
import { windowsOfYear } from "@/lib/deadlines/windows";
import { deadlineFacts } from "@/lib/settings/deadlines";

export const GET = read(listDeadlinesEndpoint, async ({ ctx, query: { rule: name, year } }) => {
  const rule = ruleNamed(name);
  const { overrides, settings } = await deadlineFacts(ctx.db.read, ctx.creditorId, rule.id);
  return deadlinesJson(rule, year, windowsOfYear(rule, year, overrides, settings));
});

export {
  wrongMethod as DELETE,
  wrongMethod as OPTIONS,
  wrongMethod as PATCH,
  wrongMethod as POST,
  wrongMethod as PUT,
};
