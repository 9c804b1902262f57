import type { ReactNode } from "react";
import type { MarkName } from "@/components/ui/marks";

/** A cell that is more than text, still as data: a long list sends that far cheaper than an element. */
export interface Written {
  text: string;
  /** A state's mark before it. */
  mark?: MarkName;
  look?: "warn" | "strong" | "absent" | undefined;
  /** A word after it that must not be overlooked: that no real money moves. */
  flag?: string | undefined;
}

export type CellContent = ReactNode | Written;

/** One column of a list. Column arrays are constants or made once per page from its words. */
export interface Column<Row> {
  key: string;
  /** Never empty; over a `currency` column it is heard and not seen. */
  header: string;
  /** null, undefined and "" show as a muted dash. */
  cell: (row: Row) => CellContent;
  /** Figures and dates `right`; a currency and its amount in two columns beside each other. */
  align?: "right" | "currency" | "amount";
  /** Supporting text. */
  muted?: boolean;
  /** Names the row: bold, and the link to the record. One per table. */
  names?: boolean;
  /** A text that may be long ends in dots here; whole it stands in its title. */
  clip?: "max-w-40 max-[1500px]:max-w-30 max-[1360px]:max-w-18" | "max-w-60";
  /** Sort key in the address, when the list can be sorted by it. */
  sort?: string;
  /** In pixels. */
  width?: number;
  /** Left out to 1440 px (`wide`), below 1100 px (`medium`) or below 600 px (`narrow`). */
  hide?: "wide" | "medium" | "narrow";
  /** Only there when it was asked for. */
  extra?: boolean;
  /** Stands and falls with the column of this key. */
  follows?: string;
}

/** The columns in force: the list's usual ones, or those that were asked for, then whatever the screen's width. */
export function shownColumns<Row>(
  columns: readonly Column<Row>[],
  wanted: readonly string[],
): readonly Column<Row>[] {
  if (wanted.length === 0) return columns.filter((column) => !column.extra);
  return columns
    .filter(({ key, names, follows }) => names || wanted.includes(follows ?? key))
    .map(({ hide: _, ...column }) => column);
}

/** Class names of a head or a cell. */
export function cellClass<Row>({ align, muted, hide }: Column<Row>): string | undefined {
  const names = [align && `cell-${align}`, muted && "cell-muted", hide && `cell-hide-${hide}`];
  return names.filter(Boolean).join(" ") || undefined;
}
