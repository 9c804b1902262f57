/** Rows that were asked for by their ids come in any order: back in the order of the ids. None are asked for by none. */
export async function inOrderOf<Row extends { id: string }>(
  ids: readonly string[],
  read: (ids: string[]) => Promise<Row[]>,
): Promise<Row[]> {
  if (ids.length === 0) return [];
  const found = new Map((await read([...ids])).map((row) => [row.id, row]));
  return ids.flatMap((id) => found.get(id) ?? []);
}
