import { getLocale, getTranslations } from "next-intl/server";
import type { Ctx } from "@/lib/context";
import type { Import } from "@/lib/imports/door";
import type { ImportRow } from "@/lib/imports/fix-row";
import type { RowProblem } from "@/lib/imports/shapes";
import { type RowReason, rowReasons } from "@/lib/imports/states";
import { targetsOf } from "@/lib/imports/targets";
import { mandateOffer } from "@/lib/mandates/offer";

export interface RowWords {
  rowHead: string;
  reasonHead: string;
  /** Every reason of a row, its field before it. */
  reasons(row: Pick<ImportRow, "problems">): string[];
  /** One of them without its field. */
  sentence(problem: RowProblem): string;
}

/** What is said of rows, in the reader's language. */
export async function rowWords(ctx: Ctx, of: Import): Promise<RowWords> {
  const [locale, t, errors] = await Promise.all([
    getLocale(),
    getTranslations("importRows.reasons"),
    getTranslations("errors"),
  ]);
  const offer = of.agreementId === null ? null : await mandateOffer(ctx, of.agreementId);
  const labels = new Map(
    (offer ? targetsOf(offer) : []).map((target) => [target.name, target.field.label[locale]]),
  );
  const sentence = ({ code, params = {} }: RowProblem): string => {
    if (typeof code !== "string") return code[locale];
    const reason = rowReasons.find((one) => one === code);
    if (!reason) {
      const key = `fields.${code}` as "fields.required";
      return errors.has(key) ? errors(key) : code;
    }
    const { provider } = params;
    const label = ctx.providers[String(provider)]?.label ?? String(provider ?? "");
    // The cast names one sentence for all: each takes what it needs from the same record.
    const key = reason as Extract<RowReason, "same_file">;
    const given = { row: "", name: "", customer: "", cells: "", ...params, provider: label };
    return t(key, given);
  };
  return {
    rowHead: t("rowHead"),
    reasonHead: t("head"),
    sentence,
    reasons: ({ problems }) =>
      problems.map((problem) => {
        const label = labels.get(problem.target);
        return label ? `${label}: ${sentence(problem)}` : sentence(problem);
      }),
  };
}
