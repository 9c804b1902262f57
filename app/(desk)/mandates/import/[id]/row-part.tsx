import { getLocale, getTranslations } from "next-intl/server";
import { orNotFound } from "@/app/(desk)/_shared/or-not-found";
import { chooseRowAction, fixRowAction } from "@/app/(desk)/mandates/import/[id]/actions";
import type { ImportPage } from "@/app/(desk)/mandates/import/[id]/load";
import { type RowWords, rowWords } from "@/app/(desk)/mandates/import/row-words";
import { ActionForm } from "@/components/form/action-form";
import { FormField } from "@/components/form/form-field";
import { FormOutcome } from "@/components/form/form-outcome";
import { SubmitButton } from "@/components/form/submit-button";
import { Section } from "@/components/layout/section";
import { Anchor } from "@/components/ui/anchor";
import { TextInput } from "@/components/ui/text-input";
import type { Ctx } from "@/lib/context";
import type { Import } from "@/lib/imports/door";
import type { ImportRow } from "@/lib/imports/fix-row";
import { getImportRow } from "@/lib/imports/list";
import { mayLetIn, mayMove } from "@/lib/imports/states";
import { type Target, targetsOf } from "@/lib/imports/targets";
import type { Locale } from "@/lib/kernel/locale";
import type { Offer } from "@/lib/mandates/offer";
import { routes } from "@/lib/routes";

/** One row to be mended in place: what stands in the file's own columns, and what is wrong with each. */
export async function RowPart({ ctx, page, n }: { ctx: Ctx; page: ImportPage; n: number }) {
  const { of, offer } = page;
  if (!offer || !mayMove("change", of.state) || !ctx.permissions.has("imports.prepare")) return null;
  const [{ row, cells }, words, t, common, locale] = await Promise.all([
    orNotFound(getImportRow(ctx, of, n)),
    rowWords(ctx, of),
    getTranslations("importRows.fix"),
    getTranslations("common"),
    getLocale(),
  ]);
  if (!cells) return null;
  const columns = columnsOf(of, offer, { row, cells, words, locale });
  const shown = new Set(columns.flatMap((column) => column.said));
  const rest = words.reasons({ problems: row.problems.filter((one) => !shown.has(one)) });
  return (
    <Section
      title={t("title", { line: String(row.line) })}
      note={[row.name, row.customer].filter(Boolean).join(" · ")}
      end={<Anchor href={routes.import(of.id)}>{t("back")}</Anchor>}
    >
      {rest.map((reason) => (
        <p key={reason} className="text-ink-2">
          {reason}
        </p>
      ))}
      <ActionForm
        key={row.content + row.state}
        action={fixRowAction}
        aria-label={t("title", { line: String(row.line) })}
        hidden={{
          ...{ id: of.id, row: String(row.n), content: row.content },
          ...Object.fromEntries(
            columns.filter((one) => one.secret).map((one) => [`kept_${one.column}`, "secret"]),
          ),
        }}
      >
        {columns.map((one) => (
          <FormField
            key={one.column}
            name={`cell_${one.column}`}
            label={one.label}
            hint={one.secret ? t("typed") : undefined}
            problem={one.problem}
            value={one.secret ? "" : one.value}
          >
            <TextInput autoComplete="off" spellCheck={false} />
          </FormField>
        ))}
        <div className="row-actions">
          {/* The one solid button of this page makes the mandates. */}
          <SubmitButton look="plain" working={t("saving")}>
            {t("save")}
          </SubmitButton>
          <FormOutcome close={common("close")} />
        </div>
      </ActionForm>
      <Choose of={of} row={row} />
    </Section>
  );
}

interface Cell {
  column: number;
  label: string;
  value: string;
  /** Its value is not sent to the page; only what is typed anew comes back. */
  secret: boolean;
  problem: string | undefined;
  said: ImportRow["problems"];
}

interface Of {
  row: ImportRow;
  cells: readonly string[];
  words: RowWords;
  locale: Locale;
}

/** The file's columns that something is made of, each once, whatever it fills. */
function columnsOf(of: Import, offer: Offer, { row, cells, words, locale }: Of): Cell[] {
  const targets = targetsOf(offer);
  const fedBy = (column: number): Target[] =>
    targets.filter((target) => {
      const source = of.mapping[target.name];
      return source && "column" in source && source.column === column;
    });
  return of.heads.flatMap((head, column) => {
    const feeds = fedBy(column);
    if (feeds.length === 0) return [];
    const said = row.problems.filter((one) => feeds.some((target) => target.name === one.target));
    const errors = said.filter((one) => one.level === "error");
    const label = head || feeds.map((target) => target.field.label[locale]).join(", ");
    return [
      {
        ...{ column, label, said, value: cells[column] ?? "" },
        secret: feeds.some((target) => target.field.sensitive),
        problem: errors.length > 0 ? errors.map(words.sentence).join(" ") : undefined,
      },
    ];
  });
}

/** Taking the row out, or letting it in. */
async function Choose({ of, row }: { of: Import; row: ImportRow }) {
  const [t, common] = await Promise.all([getTranslations("importRows.fix"), getTranslations("common")]);
  const errors = row.problems.filter((one) => one.level === "error").map((one) => one.code);
  const choices = [
    ...(row.state === "dropped" || mayLetIn(errors) ? (["in"] as const) : []),
    ...(row.state === "dropped" ? [] : (["out"] as const)),
  ];
  return (
    <div className="row-actions">
      {choices.map((choice) => (
        <ActionForm
          key={choice + row.state}
          action={chooseRowAction}
          hidden={{ id: of.id, row: String(row.n), choice }}
        >
          <SubmitButton look="plain" working={t(choice === "in" ? "lettingIn" : "dropping")}>
            {t(choice === "in" ? "letIn" : "drop")}
          </SubmitButton>
          <FormOutcome close={common("close")} />
        </ActionForm>
      ))}
    </div>
  );
}
