import { type ListAddress, type Sort, sortHref } from "@/components/data-table/address";
import { type Column, cellClass } from "@/components/data-table/column";
import { Anchor } from "@/components/ui/anchor";

/** A column's head; a link when the list can be sorted by it. */
export function SortHead<Row>({
  column,
  address,
  sort,
}: {
  column: Column<Row>;
  address: ListAddress | undefined;
  sort: Sort | null;
}) {
  const className = cellClass(column);
  // The currencies say themselves what they are; only who hears the table needs the word.
  const header =
    column.align === "currency" ? <span className="sr-only">{column.header}</span> : column.header;
  if (column.sort === undefined || address === undefined) {
    return (
      <th scope="col" className={className}>
        {header}
      </th>
    );
  }
  const direction = sort?.key === column.sort ? sort.direction : null;
  const ariaSort = direction === null ? "none" : direction === "up" ? "ascending" : "descending";
  return (
    <th scope="col" className={className} aria-sort={ariaSort}>
      <Anchor href={sortHref(address, column.sort, sort)} scroll={false} className="sort-link">
        {header}
        {direction === null ? null : <span aria-hidden="true">{direction === "up" ? " ↑" : " ↓"}</span>}
      </Anchor>
    </th>
  );
}
