const letters: Record<string, string> = { ø: "o", æ: "ae", å: "aa", ß: "ss", ł: "l", đ: "d" };

/** Text as it is searched, alike on every database: lower case, without accents, single spaces. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[øæåßłđ]/g, (one) => letters[one] ?? one)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/\s+/g, " ")
    .trim();
}
