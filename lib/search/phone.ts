/** Country codes of the schemes we collect by; people leave them out as often as not. */
const countries = [
  { code: "45", national: 8 },
  { code: "31", national: 9 },
];

/** A telephone number without what is written or left out at will: `+45 20 12 34 56` and `20123456` are one. */
export function phoneTerm(text: string): string {
  const plain = text.normalize("NFKC").trim();
  const digits = plain.replace(/\D/g, "");
  const abroad = plain.startsWith("+") || digits.startsWith("00");
  const whole = digits.replace(/^00/, "");
  const country = countries.find(
    ({ code, national }) =>
      whole.startsWith(code) && whole.replace(/^(\d\d)0/, "$1").length === code.length + national,
  );
  if (abroad || country) return (country ? whole.slice(country.code.length) : whole).replace(/^0/, "");
  return digits.replace(/^0/, "");
}

/** How a number may begin that is still being typed: with its country, or without. */
export function phoneBeginnings(text: string): string[] {
  const digits = text.replace(/\D/g, "").replace(/^00/, "");
  const beginnings = [phoneTerm(text), digits.replace(/^0/, "")];
  for (const { code } of countries)
    if (digits.startsWith(code)) beginnings.push(digits.slice(code.length).replace(/^0/, ""));
  return [...new Set(beginnings)].filter((one) => one.length >= 4);
}
