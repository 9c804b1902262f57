import type { getTranslations } from "next-intl/server";
import { hrefWith } from "@/components/data-table/address";
import type { AuditRow } from "@/lib/audit/list";
import { routes } from "@/lib/routes";

type Words = Awaited<ReturnType<typeof getTranslations<"audit">>>;

/**
 * The sentence of an action, else the action as it is written down. The cast names one key for all: whether there is
 * one is asked just before, and none of them takes an argument.
 */
export function actionText(action: string, t: Words): string {
  const key = `action.${action}` as "action.rule.set";
  return t.has(key) ? t(key) : action;
}

/** The name of what an entry is about; the cast as above. */
export function nounText(noun: string, t: Words): string {
  const key = `noun.${noun}` as "noun.debtor";
  return t.has(key) ? t(key) : noun;
}

/** Where an entry's subject can be seen; null where it has no place of its own. */
export function subjectHref({ noun, subjectId }: Pick<AuditRow, "noun" | "subjectId">): string | null {
  switch (noun) {
    case "mandate":
      return routes.mandate(subjectId);
    case "payment":
      return routes.payment(subjectId);
    case "debtor":
      return routes.debtor(subjectId);
    case "connection":
      return routes.connection(subjectId);
    case "import":
      return routes.import(subjectId);
    case "run":
      return routes.run(subjectId);
    case "deadline": {
      const [rule = "", month] = subjectId.split(":");
      return hrefWith({ path: routes.deadlines(), params: { rule, month } }, {});
    }
    default:
      return null;
  }
}
