import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { COLUMN, type ListAddress, type Sort } from "@/components/data-table/address";
import { type Column, cellClass, shownColumns } from "@/components/data-table/column";
import { SelectAll } from "@/components/data-table/select-all";
import { SortHead } from "@/components/data-table/sort-head";
import { TableKeys } from "@/components/data-table/table-keys";
import { type TableRow, TableRows } from "@/components/data-table/table-rows";

interface RowSelection {
  /** Id of the form that the ticks belong to: the SelectionBar's. */
  form: string;
  /** Name of the sent values: the rows' keys. */
  name: string;
}

export interface DataTableProps<Row> {
  /** Read out as the table's name: what is listed. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  rowHref?: (row: Row) => string;
  /** For the links in the heads; leave out for a table that cannot be sorted. */
  address?: ListAddress;
  sort?: Sort | null;
  select?: RowSelection;
  /** In the place of the first row when there are none: an Empty, or a Problem. */
  empty: ReactNode;
}

/** A list of records, made on the server. Arrows move through the rows, Enter opens one. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, rows, address, sort = null, select, empty } = props;
  const columns = shownColumns(props.columns, [address?.params[COLUMN] ?? []].flat());
  const t = useTranslations("table");
  return (
    <div className="ledger-frame">
      <table className="ledger" data-rows>
        <caption className="sr-only">{caption}</caption>
        <colgroup>
          {select ? <col width={26} /> : null}
          {columns.map(({ key, width, hide }) => (
            <col
              key={key}
              {...(width === undefined ? {} : { width })}
              className={hide && `cell-hide-${hide}`}
            />
          ))}
        </colgroup>
        <thead>
          <tr>
            {select ? (
              <th scope="col" className="cell-select">
                <SelectAll form={select.form} name={select.name} label={t("selectAll")} />
              </th>
            ) : null}
            {columns.map((column) => (
              <SortHead key={column.key} column={column} address={address} sort={sort} />
            ))}
          </tr>
        </thead>
        <tbody>
          <TableRows
            columns={columns.map((column) => ({
              key: column.key,
              names: column.names,
              clip: column.clip,
              className: cellClass(column),
            }))}
            rows={rows.map((row) => finished({ ...props, columns }, row))}
            // Put together in the browser's share: a sentence for each row would cost more than the row.
            select={select && { ...select, label: t("selectRow", { name: "{name}" }) }}
            missing={t("missing")}
          />
        </tbody>
      </table>
      {rows.length === 0 ? empty : <TableKeys />}
    </div>
  );
}

/** A row with its cells made: what is empty becomes null, which the browser fills with one word for all. */
function finished<Row>({ columns, rowKey, rowHref }: DataTableProps<Row>, row: Row): TableRow {
  const cells = columns.map((column) => {
    const content = column.cell(row);
    return content === undefined || content === "" ? null : content;
  });
  return { id: rowKey(row), ...(rowHref && { href: rowHref(row) }), cells };
}
