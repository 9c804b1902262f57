"use client";

import type { ReactNode } from "react";
import type { CellContent, Written } from "@/components/data-table/column";
import { Anchor } from "@/components/ui/anchor";
import { StateWord } from "@/components/ui/state-word";

/** A row as it is sent to the browser: its cells are finished, in the order of the columns. */
export interface TableRow {
  id: string;
  href?: string;
  cells: readonly CellContent[];
}

interface TableColumn {
  key: string;
  names?: boolean | undefined;
  clip?: string | undefined;
  className?: string | undefined;
}

interface TableRowsProps {
  columns: readonly TableColumn[];
  rows: readonly TableRow[];
  /** The form that ticks belong to, the name they are sent by, and what each is called: "Select {name}". */
  select?: { form: string; name: string; label: string } | undefined;
  /** Said where a cell is empty. */
  missing: string;
}

/**
 * Lays finished cells out in rows. In the browser's share of the code because a page carries its elements twice, as
 * markup and as data: fifty rows of plain cells are a third of the same rows as elements.
 */
export function TableRows({ columns, rows, select, missing }: TableRowsProps) {
  const naming = columns.findIndex((column) => column.names);
  return rows.map(({ id, href, cells }) => (
    <tr key={id}>
      {select ? (
        <td className="cell-select">
          <input
            type="checkbox"
            form={select.form}
            name={select.name}
            value={id}
            aria-label={select.label.replace("{name}", plain(cells[naming]) || id)}
          />
        </td>
      ) : null}
      {columns.map(({ key, names, clip, className }, index) => {
        const content = shown(cells[index], clip);
        return names ? (
          <th key={key} scope="row" className={className}>
            {href === undefined ? (
              content
            ) : (
              <Anchor href={href} className="row-link">
                {content}
              </Anchor>
            )}
          </th>
        ) : (
          <td key={key} className={className}>
            {content ?? <Missing word={missing} />}
          </td>
        );
      })}
    </tr>
  ));
}

function shown(content: CellContent, clip: string | undefined): ReactNode {
  if (isWritten(content)) return written(content);
  if (clip === undefined || typeof content !== "string") return content;
  return (
    <span className={`block truncate ${clip}`} title={content}>
      {content}
    </span>
  );
}

/** The words of a cell that is nothing but words: by them its row is named. */
function plain(content: CellContent): string {
  if (isWritten(content)) return content.text;
  return typeof content === "string" ? content : "";
}

/** No element, list or promise of React's has a `text` of its own. */
const isWritten = (content: CellContent): content is Written =>
  typeof content === "object" && content !== null && "text" in content;

function written({ text, mark, look, flag }: Written): ReactNode {
  if (mark) return <StateWord mark={mark}>{text}</StateWord>;
  const said = look === undefined ? text : looking(text, look);
  if (flag === undefined) return said;
  return (
    <>
      {said} <span className="test-flag">{flag}</span>
    </>
  );
}

const looks = { warn: "tone-warn", absent: "text-ink-3" } as const;

function looking(text: string, look: NonNullable<Written["look"]>): ReactNode {
  return look === "strong" ? <b>{text}</b> : <span className={looks[look]}>{text}</span>;
}

function Missing({ word }: { word: string }) {
  return (
    <span className="missing">
      <span aria-hidden="true">–</span>
      <span className="sr-only">{word}</span>
    </span>
  );
}
