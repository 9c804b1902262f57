const dayLike = /^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}([T ]|$)/;
const LONG = 8;
const KEPT = 2;

/** A cell of which nobody knows yet what it is, as it may be seen: of a long number only both ends. */
export function maskCell(text: string): string {
  const digits = text.replace(/\D/g, "").length;
  if (digits < LONG || dayLike.test(text)) return text;
  let seen = 0;
  return text.replace(/\d/g, (digit) => {
    seen += 1;
    return seen <= KEPT || seen > digits - KEPT ? digit : "•";
  });
}
