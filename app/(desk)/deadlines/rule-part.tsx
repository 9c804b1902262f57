import { getTranslations } from "next-intl/server";
import { RuleForm } from "@/app/(desk)/deadlines/rule-form";
import { type RulePart as Part, ruleParts } from "@/app/(desk)/deadlines/rule-table";
import type { View } from "@/app/(desk)/deadlines/view";
import type { Column } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import { Section } from "@/components/layout/section";
import { whoCan } from "@/lib/access/who-can";
import { capitalised } from "@/lib/i18n/format";

/** What the rule is made of and how sure each part is; an admin can read it otherwise. */
export async function RulePart({ view }: { view: View }) {
  const { ctx, rule, facts, locale, shown } = view;
  const t = await getTranslations("ruleSettings");
  const parts = ruleParts(rule, facts.settings, t);
  const columns: Column<Part>[] = [
    {
      key: "part",
      header: t("part"),
      names: true,
      cell: (part) => (
        <>
          {capitalised(part.label, locale)}
          <span className="block pb-1 t-small text-ink-2 wide:hidden">{part.says}</span>
        </>
      ),
    },
    {
      key: "value",
      header: t("value"),
      cell: (part) => (
        <>
          {part.value}
          {part.standard === null ? null : (
            <span className="note">{t("changed", { value: part.standard })}</span>
          )}
        </>
      ),
    },
    { key: "sure", header: t("sure"), muted: true, cell: (part) => t(`certainty.${part.certainty}`) },
    {
      key: "means",
      header: t("means"),
      muted: true,
      hide: "narrow",
      cell: (part) => (
        <span className="block max-w-[640px] py-1.5 t-small whitespace-normal">{part.says}</span>
      ),
    },
  ];
  const may = ctx.permissions.has("deadlines.override");
  const names = may ? "" : (await whoCan(ctx, "deadlines.override")).join(", ");
  return (
    <>
      <Section title={t("title")} note={t("note", { scheme: shown.label[locale] })}>
        {null}
      </Section>
      <DataTable
        caption={t("title")}
        columns={columns}
        rows={parts}
        rowKey={(part) => part.name}
        empty={null}
      />
      <div className="px-(--margin) py-4">
        {may ? (
          <RuleForm view={view} parts={parts} />
        ) : (
          <p className="text-ink-2">{names ? t("who", { names }) : t("whoNobody")}</p>
        )}
      </div>
    </>
  );
}
