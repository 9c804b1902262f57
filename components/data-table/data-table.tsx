import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ListAddress, Sort } from "@/components/data-table/address";
import { type Column, cellClass } from "@/components/data-table/column";
import { SelectAll } from "@/components/data-table/select-all";
import { SortHead } from "@/components/data-table/sort-head";
import { TableKeys } from "@/components/data-table/table-keys";
import { Anchor } from "@/components/ui/anchor";

interface RowSelection<Row> {
  /** Id of the form that the ticks belong to: the SelectionBar's. */
  form: string;
  /** Name of the sent values. */
  name: string;
  label: (row: Row) => string;
  /** Adds up in the selection bar. */
  money?: (row: Row) => { amountMinor: number; currency: string };
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
  select?: RowSelection<Row>;
  /** In the place of the first row when there are none: an Empty, or a Problem. */
  empty: ReactNode;
}

/** A list of records, made on the server. Arrows move through the rows, Enter opens one. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowKey, address, sort = null, select, empty } = props;
  const t = useTranslations("table");
  return (
    <div className="ledger-frame">
      <table className="ledger" data-rows>
        <caption className="sr-only">{caption}</caption>
        <colgroup>
          {select ? <col width={30} /> : null}
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
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {select ? (
                <td className="cell-select">
                  <SelectCell
                    select={select}
                    row={row}
                    id={rowKey(row)}
                    label={t("selectRow", { name: select.label(row) })}
                  />
                </td>
              ) : null}
              {columns.map((column) => (
                <Cell
                  key={column.key}
                  column={column}
                  row={row}
                  href={props.rowHref?.(row)}
                  missing={t("missing")}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 ? empty : <TableKeys />}
    </div>
  );
}

function Cell<Row>({
  column,
  row,
  href,
  missing,
}: {
  column: Column<Row>;
  row: Row;
  href: string | undefined;
  missing: string;
}) {
  const content = column.cell(row);
  const className = cellClass(column);
  if (column.names) {
    return (
      <th scope="row" className={className}>
        {href ? (
          <Anchor href={href} prefetch={false} className="row-link">
            {content}
          </Anchor>
        ) : (
          content
        )}
      </th>
    );
  }
  const isMissing = content === null || content === undefined || content === "";
  return <td className={className}>{isMissing ? <Missing word={missing} /> : content}</td>;
}

function Missing({ word }: { word: string }) {
  return (
    <span className="missing">
      <span aria-hidden="true">–</span>
      <span className="sr-only">{word}</span>
    </span>
  );
}

function SelectCell<Row>({
  select,
  row,
  id,
  label,
}: {
  select: RowSelection<Row>;
  row: Row;
  id: string;
  label: string;
}) {
  const money = select.money?.(row);
  return (
    <label className="check">
      <input
        type="checkbox"
        form={select.form}
        name={select.name}
        value={id}
        aria-label={label}
        // Going back to the list shows what is ticked as the server drew it: nothing.
        autoComplete="off"
        {...(money ? { "data-amount": money.amountMinor, "data-currency": money.currency } : {})}
      />
    </label>
  );
}
