import type { Ctx } from "@/lib/context";
import type { FileRow } from "./shapes";

type Place = { id: string; creditorId: string };

const placeOf = ({ id, creditorId }: Place) => ({
  creditorId,
  table: "import_rows",
  rowId: id,
  field: "cells",
});

/** A row as it is stored: numbers of people and accounts are in it. */
export const sealRow = (ctx: Pick<Ctx, "vault">, place: Place, { cells, notes }: FileRow): string =>
  ctx.vault.seal(placeOf(place), JSON.stringify([cells, notes]));

/** A stored row as it was given or mended; null once its cells are gone. */
export function openRow(
  ctx: Pick<Ctx, "vault">,
  row: Place & { line: number; sealed: string | null },
): FileRow | null {
  if (row.sealed === null) return null;
  return { line: row.line, ...opened(ctx.vault.open(placeOf(row), row.sealed)) };
}

/** What sealRow wrote. The cast says what that was: nobody else has the key. */
function opened(text: string): Omit<FileRow, "line"> {
  const [cells, notes] = JSON.parse(text) as [FileRow["cells"], FileRow["notes"]];
  return { cells, notes };
}
