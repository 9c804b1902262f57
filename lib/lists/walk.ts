import type { Page } from "./page";

/** Every page of a list, one after the other, each read when the one before has been taken. */
export async function* walk<Row>(
  read: (after: string | undefined) => Promise<Page<Row>>,
): AsyncGenerator<Row[]> {
  let after: string | undefined;
  do {
    const { rows, next } = await read(after);
    yield rows;
    after = next ?? undefined;
  } while (after !== undefined);
}
