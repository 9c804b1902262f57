/**
 * Takes out what people paste along with a number: any spaces, dots, dashes of any kind and invisible marks. Full-width
 * digits and letters become plain ones. Nothing else is repaired: a letter O stays a letter.
 */
export function withoutSeparators(text: string): string {
  return text.normalize("NFKC").replace(/[\s.\p{Pd}\u2212\p{Cf}]/gu, "");
}

/** Upper case for the letters a to z only; other letters must not turn into these. */
export function upperAscii(text: string): string {
  return text.replace(/[a-z]/g, (letter) => letter.toUpperCase());
}
