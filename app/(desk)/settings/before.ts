/** The audit entry that a page begins before, by its number; undefined for the newest. */
export function readBefore(text: string | undefined): number | undefined {
  if (text === undefined || !/^[1-9]\d{0,14}$/.test(text)) return undefined;
  return Number(text);
}
