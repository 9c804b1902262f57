/** Letters that do not come apart into a plain letter and an accent. */
const NEAREST: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  Æ: "AE",
  ø: "o",
  Ø: "O",
  œ: "oe",
  Œ: "OE",
  đ: "d",
  Đ: "D",
  ð: "d",
  Ð: "D",
  ł: "l",
  Ł: "L",
  þ: "th",
  Þ: "TH",
  ı: "i",
  "&": "+",
  "’": "'",
  "‘": "'",
  "–": "-",
  "—": "-",
};

/**
 * Text in the characters that every bank of the scheme takes; what has no nearest one becomes a full stop. The set:
 * https://www.europeanpaymentscouncil.eu/document-library/guidance-documents/sepa-requirements-extended-character-set-unicode-subset-best
 */
export function sepaText(text: string): string {
  return text
    .replace(/./gsu, (one) => NEAREST[one] ?? one)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/\s+/gu, " ")
    .replace(/[^A-Za-z0-9/\-?:().,'+ ]/gu, ".")
    .trim();
}

/** At most so many characters, without a blank at the end. */
export function cut(text: string, max: number): string {
  return [...text].slice(0, max).join("").trimEnd();
}
