import type { Page } from "@/lib/lists/page";

/** A list as a file: what each column says of a row, and how its pages are read. */
export interface Exported<Row> {
  columns: readonly { key: string; head: string; of: (row: Row) => string | null }[];
  read: (after: string | undefined) => Promise<Page<Row>>;
}
