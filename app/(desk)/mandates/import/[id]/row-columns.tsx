import { getTranslations } from "next-intl/server";
import type { ImportPage } from "@/app/(desk)/mandates/import/[id]/load";
import { verdictMarks } from "@/app/(desk)/mandates/import/import-marks";
import { rowWords } from "@/app/(desk)/mandates/import/row-words";
import type { Column } from "@/components/data-table/column";
import { Anchor } from "@/components/ui/anchor";
import { StateWord } from "@/components/ui/state-word";
import type { Ctx } from "@/lib/context";
import { formatDay, formatNumber } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/writer";
import type { ImportRow } from "@/lib/imports/fix-row";
import { mayMove } from "@/lib/imports/states";
import { day } from "@/lib/kernel/day";
import { dayIn } from "@/lib/kernel/instant";
import { routes } from "@/lib/routes";

interface Of {
  ctx: Ctx;
  page: ImportPage;
  reader: Reader;
  part: string;
}

/** The columns of an import's rows: whose, what is to be said of it, and the way to mend it. */
export async function rowColumns({ ctx, page, reader, part }: Of): Promise<Column<ImportRow>[]> {
  const { of } = page;
  const [t, words] = await Promise.all([getTranslations("importRows.rows"), rowWords(ctx, of)]);
  const today = dayIn(reader.now, reader.zone);
  const mayFix = ctx.permissions.has("imports.prepare") && mayMove("change", of.state);
  const fix: Column<ImportRow> = {
    key: "fix",
    header: t("fix"),
    cell: (row) =>
      row.sealed === null ? null : (
        <Anchor href={`${routes.import(of.id)}?${new URLSearchParams({ part, row: String(row.n) })}`}>
          {t("fix")}
          <span className="sr-only">: {t("fixRow", { line: String(row.line) })}</span>
        </Anchor>
      ),
  };
  const mandate: Column<ImportRow> = {
    key: "mandate",
    header: t("mandate"),
    cell: (row) => row.mandateId && <Anchor href={routes.mandate(row.mandateId)}>{t("show")}</Anchor>,
  };
  return [
    {
      key: "line",
      header: t("line"),
      align: "right",
      muted: true,
      cell: (row) => formatNumber(row.line, reader.locale),
    },
    { key: "debtor", header: t("debtor"), names: true, cell: (row) => row.name },
    { key: "customer", header: t("customer"), muted: true, cell: (row) => row.customer },
    { key: "account", header: t("account"), muted: true, hide: "medium", cell: (row) => row.masked },
    {
      key: "match",
      header: t("match"),
      hide: "medium",
      cell: (row) => (row.match === "none" ? null : t(`matches.${row.match}`)),
    },
    {
      key: "verdict",
      header: t("verdict"),
      hide: "narrow",
      cell: (row) => <StateWord mark={verdictMarks[row.verdict]}>{t(`verdicts.${row.verdict}`)}</StateWord>,
    },
    {
      key: "reason",
      header: t("reason"),
      cell: (row) =>
        row.problems.length === 0 ? null : (
          <div className="row-reasons">
            {words.reasons(row).map((reason) => (
              <p key={reason}>{reason}</p>
            ))}
          </div>
        ),
    },
    {
      key: "usable",
      header: t("usable"),
      align: "right",
      hide: "medium",
      cell: (row) =>
        row.state === "bad" || !row.usableFrom
          ? null
          : formatDay(day(row.usableFrom), reader.locale, { year: today }),
    },
    ...(part === "made" ? [mandate] : []),
    ...(mayFix ? [fix] : []),
  ];
}
