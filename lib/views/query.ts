/** Where one is in a list is no part of how one looks at it. */
const PLACE = "after";

/** The parameters of a list's address in one order, so that two spellings of one view are the same text. */
export function viewQuery(query: string): string {
  const params = new URLSearchParams(query);
  params.delete(PLACE);
  params.sort();
  return params.toString();
}
