import type { ChosenFrom } from "@/lib/lists/chosen";

/** A list as a file: what each column says of a row, and how its rows are read. */
export interface Exported<Row extends { id: string }> {
  columns: readonly { key: string; head: string; of: (row: Row) => string | null }[];
  from: ChosenFrom<Row>;
}
