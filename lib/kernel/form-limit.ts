/** The most that a form sends, in bytes; `bodySizeLimit` in next.config.js is the same number. */
export const LARGEST_FORM = 4 * 1024 * 1024;

/** Room for what stands around each value on its way. */
const AROUND_A_VALUE = 200;

/** Whether a form is small enough to be sent; a text counts by its bytes in UTF-8. */
export function fitsForm(data: FormData): boolean {
  let bytes = 0;
  for (const value of data.values()) bytes += sizeOf(value) + AROUND_A_VALUE;
  return bytes <= LARGEST_FORM;
}

function sizeOf(value: FormDataEntryValue): number {
  if (value instanceof File) return value.size;
  // Most fields are short: only a long text is worth counting out.
  return value.length < 1_000 ? value.length * 3 : new TextEncoder().encode(value).length;
}
