import { getTranslations } from "next-intl/server";
import { countMarks, importMarks, verdictMarks } from "@/app/(desk)/mandates/import/import-marks";
import type { Column } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import { Section } from "@/components/layout/section";
import { Anchor } from "@/components/ui/anchor";
import type { MarkName } from "@/components/ui/marks";
import { StateWord } from "@/components/ui/state-word";

interface Row {
  line: string;
  debtor: string;
  verdict: keyof typeof verdictMarks;
  match: "new" | "existing" | "ambiguous" | "none";
  reasons: string[];
}

/** Keys of a record of marks, as what they are. */
const keysOf = <Name extends string>(marks: Readonly<Record<Name, MarkName>>): Name[] =>
  Object.keys(marks).filter((name): name is Name => name in marks);

/** Every state of an import and of its rows. */
export async function ImportSamples() {
  const [t, words, reasons] = await Promise.all([
    getTranslations("imports"),
    getTranslations("importRows"),
    getTranslations("errors.fields"),
  ]);
  const rows: Row[] = [
    { line: "2", debtor: "Birgit Aagaard-Storm", verdict: "ok", match: "existing", reasons: [] },
    { line: "3", debtor: "Søren Bæk-Nielsen", verdict: "ok", match: "new", reasons: [] },
    {
      line: "4",
      debtor: "Mogens Dam Vestby",
      verdict: "warning",
      match: "ambiguous",
      reasons: [reasons("text_unchanged")],
    },
    {
      line: "5",
      debtor: "IJsbrand van der Kuiper-Westerholtz",
      verdict: "error",
      match: "none",
      reasons: [reasons("cpr_date"), reasons("account_registration_length")],
    },
  ];
  const columns: Column<Row>[] = [
    { key: "line", header: words("rows.line"), align: "right", muted: true, cell: (row) => row.line },
    { key: "debtor", header: words("rows.debtor"), names: true, cell: (row) => row.debtor },
    {
      key: "match",
      header: words("rows.match"),
      hide: "medium",
      cell: (row) => (row.match === "none" ? null : words(`rows.matches.${row.match}`)),
    },
    {
      key: "verdict",
      header: words("rows.verdict"),
      cell: (row) => (
        <StateWord mark={verdictMarks[row.verdict]}>{words(`rows.verdicts.${row.verdict}`)}</StateWord>
      ),
    },
    {
      key: "reason",
      header: words("rows.reason"),
      cell: ({ reasons: said }) =>
        said.length === 0 ? null : (
          <div className="row-reasons">
            {said.map((reason) => (
              <p key={reason}>{reason}</p>
            ))}
          </div>
        ),
    },
    {
      key: "fix",
      header: words("rows.fix"),
      cell: () => <Anchor href="/design">{words("rows.fix")}</Anchor>,
    },
  ];
  return (
    <>
      <Section title="Import">
        <div className="flex flex-wrap gap-x-8 gap-y-2">
          {keysOf(importMarks).map((state) => (
            <StateWord key={state} mark={importMarks[state]}>
              {t(`states.${state}`)}
            </StateWord>
          ))}
        </div>
        <div className="flex flex-wrap gap-x-8 gap-y-2 pt-3">
          {keysOf(countMarks).map((place) => (
            <StateWord key={place} mark={countMarks[place]}>
              {words(`totals.names.${place}`)}
            </StateWord>
          ))}
        </div>
      </Section>
      <DataTable
        caption={words("rows.reason")}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.line}
        empty={null}
      />
    </>
  );
}
