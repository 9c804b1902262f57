const letters: Record<string, string> = { ø: "o", æ: "ae", ß: "ss", ł: "l", đ: "d" };

/** Text as it is searched, alike on every database: lower case, without accents, single spaces. */
export function fold(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replaceAll("å", "aa")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[øæßłđ]/g, (one) => letters[one] ?? one)
    .replace(/\s+/g, " ")
    .trim();
}
