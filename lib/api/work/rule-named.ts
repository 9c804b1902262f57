import { findRule, type Rule } from "@/lib/deadlines/rules";
import { AppError } from "@/lib/kernel/errors";

/** The deadline rule of that name; a name that is none is refused at its field. */
export function ruleNamed(name: string): Rule {
  const rule = findRule(name);
  if (!rule) throw new AppError("invalid", { fields: { rule: "unknown_rule" } });
  return rule;
}
