import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { SearchParams } from "@/app/(desk)/_shared/search-params";
import { confirmReadingAction } from "@/app/(desk)/mandates/import/[id]/actions";
import {
  namesOfSeparators,
  separatorName,
  wishedReading,
} from "@/app/(desk)/mandates/import/[id]/reading-wishes";
import { fileProblemText } from "@/app/(desk)/mandates/import/problem-words";
import { Problem } from "@/components/feedback/problem";
import { ActionForm } from "@/components/form/action-form";
import { ErrorSummary } from "@/components/form/error-summary";
import { FormBar } from "@/components/form/form-bar";
import { SubmitButton } from "@/components/form/submit-button";
import { Section } from "@/components/layout/section";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import type { Ctx } from "@/lib/context";
import { formatNumber } from "@/lib/i18n/format";
import { sampleOfImport } from "@/lib/imports/confirm-reading";
import type { Import } from "@/lib/imports/door";
import { FileProblem } from "@/lib/imports/file/problem";
import { maskCell } from "@/lib/imports/mask-cell";
import { dateOrders, encodings, type FileRow, type ImportReading } from "@/lib/imports/shapes";
import { routes } from "@/lib/routes";

interface Props {
  ctx: Ctx;
  of: Import;
  params: SearchParams;
}

const SHOWN = 12;

/** How the file is read, with its first rows as they come out of that; changed in the address, confirmed by a press. */
export async function ReadingPart({ ctx, of, params }: Props) {
  const reading = wishedReading(of, params);
  const [t, form, common] = await Promise.all([
    getTranslations("importColumns.reading"),
    getTranslations("form"),
    getTranslations("common"),
  ]);
  const rows = await sampleOfImport(ctx, of, reading).catch((error: unknown) => {
    if (error instanceof FileProblem) return error;
    throw error;
  });
  const failed = rows instanceof FileProblem ? ((await fileProblemText(rows.code, rows.params)) ?? "") : null;
  const off = ctx.permissions.has("imports.prepare") ? undefined : common("needsPermission");
  const { sheets: _, ...kept } = reading;
  const hidden = Object.fromEntries(Object.entries(kept).map(([name, value]) => [name, String(value)]));
  return (
    <>
      <Section title={t("title")}>
        <ReadingForm of={of} reading={reading} />
      </Section>
      <Section title={t("sample")}>
        {rows instanceof FileProblem ? (
          <Problem kind="fix" title={t("cannot")}>
            {failed}
          </Problem>
        ) : (
          <Sample rows={rows.slice(0, SHOWN)} headLine={reading.headLine} />
        )}
      </Section>
      {failed === null ? (
        <ActionForm action={confirmReadingAction} hidden={{ id: of.id, ...hidden }}>
          <ErrorSummary title={form("toFix")} />
          <FormBar end={t("confirmNote")}>
            <SubmitButton working={t("confirming")} off={off}>
              {t("confirm")}
            </SubmitButton>
          </FormBar>
        </ActionForm>
      ) : null}
    </>
  );
}

function Labelled({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      {children}
    </div>
  );
}

/** A plain form to this page's own address: it works without script, and a reading can be linked to. */
async function ReadingForm({ of, reading }: { of: Import; reading: ImportReading }) {
  const t = await getTranslations("importColumns.reading");
  const choice = (
    name: string,
    label: string,
    value: string,
    options: { value: string; label: string }[],
  ) => (
    <Labelled id={`reading-${name}`} label={label}>
      <Select id={`reading-${name}`} name={name} defaultValue={value} options={options} />
    </Labelled>
  );
  const text = of.fileKind === "text";
  return (
    <form method="get" action={routes.import(of.id)} className="reading">
      {text
        ? choice(
            "encoding",
            t("encoding"),
            reading.encoding,
            encodings.map((value) => ({ value, label: t(`encodings.${value}`) })),
          )
        : choice(
            "sheet",
            t("sheet"),
            reading.sheet,
            reading.sheets.map((value) => ({ value, label: value })),
          )}
      {text
        ? choice(
            "separator",
            t("separator"),
            separatorName(reading.separator),
            namesOfSeparators.map((value) => ({ value, label: t(`separators.${value}`) })),
          )
        : null}
      <Labelled id="reading-headLine" label={t("headLine")}>
        <TextInput
          id="reading-headLine"
          name="headLine"
          inputMode="numeric"
          defaultValue={String(reading.headLine)}
          maxLength={4}
        />
      </Labelled>
      {choice("decimals", t("decimals"), reading.decimals, [
        { value: ",", label: t("comma") },
        { value: ".", label: t("point") },
      ])}
      {choice(
        "dates",
        t("dates"),
        reading.dates,
        dateOrders.map((value) => ({ value, label: t(value) })),
      )}
      <Button type="submit">{t("look")}</Button>
    </form>
  );
}

/** The rows as they are read; long numbers are masked, for nobody knows yet whose they are. */
async function Sample({ rows, headLine }: { rows: readonly FileRow[]; headLine: number }) {
  const [t, locale] = await Promise.all([getTranslations("importColumns.reading"), getLocale()]);
  const columns = Math.max(1, ...rows.map((row) => row.cells.length));
  const names = Array.from({ length: columns }, (_, index) => t("column", { n: String(index + 1) }));
  const look = (line: number) => {
    if (line === headLine) return "sample-head";
    return line < headLine ? "sample-above" : undefined;
  };
  return (
    <div className="sample">
      <table className="ledger" aria-label={t("sample")}>
        <thead>
          <tr>
            <th scope="col" className="cell-right">
              {t("line")}
            </th>
            {names.map((name) => (
              <th scope="col" key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.line} className={look(row.line)}>
              <td className="cell-right cell-muted">{formatNumber(row.line, locale)}</td>
              {names.map((name, column) => (
                <td key={name}>{maskCell(row.cells[column] ?? "")}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
