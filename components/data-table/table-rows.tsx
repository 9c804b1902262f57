"use client";

import type { ReactNode } from "react";
import { Anchor } from "@/components/ui/anchor";

/** A row as it is sent to the browser: its cells are finished, in the order of the columns. */
export interface TableRow {
  id: string;
  href?: string;
  cells: readonly ReactNode[];
  tick?: { label: string; money?: { amountMinor: number; currency: string } | undefined };
}

export interface TableRowsProps {
  columns: readonly { key: string; names: boolean; className?: string | undefined }[];
  rows: readonly TableRow[];
  /** The form that ticks belong to, and the name they are sent by. */
  select?: { form: string; name: string } | undefined;
  /** Said where a cell is empty. */
  missing: string;
}

/**
 * Lays finished cells out in rows. In the browser's share of the code because a page carries its elements twice, as
 * markup and as data: fifty rows of plain cells are a third of the same rows as elements.
 */
export function TableRows({ columns, rows, select, missing }: TableRowsProps) {
  return rows.map(({ id, href, cells, tick }) => (
    <tr key={id}>
      {select && tick ? (
        <td className="cell-select">
          <Tick {...select} id={id} {...tick} />
        </td>
      ) : null}
      {columns.map(({ key, names, className }, index) =>
        names ? (
          <th key={key} scope="row" className={className}>
            {href === undefined ? (
              cells[index]
            ) : (
              <Anchor href={href} prefetch={false} className="row-link">
                {cells[index]}
              </Anchor>
            )}
          </th>
        ) : (
          <td key={key} className={className}>
            {cells[index] ?? <Missing word={missing} />}
          </td>
        ),
      )}
    </tr>
  ));
}

function Missing({ word }: { word: string }) {
  return (
    <span className="missing">
      <span aria-hidden="true">–</span>
      <span className="sr-only">{word}</span>
    </span>
  );
}

function Tick({
  form,
  name,
  id,
  label,
  money,
}: { form: string; name: string; id: string } & NonNullable<TableRow["tick"]>) {
  return (
    <label className="check">
      <input
        type="checkbox"
        form={form}
        name={name}
        value={id}
        aria-label={label}
        // Going back to the list shows what is ticked as the server drew it: nothing.
        autoComplete="off"
        {...(money ? { "data-amount": money.amountMinor, "data-currency": money.currency } : {})}
      />
    </label>
  );
}
