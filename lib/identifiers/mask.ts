const DOT = "•";

/** `010170-••••`: the birth date stays, the serial goes. Anything that is not ten digits is hidden altogether. */
export function maskCpr(text: string): string {
  const digits = text.replace(/[\s-]/g, "");
  return /^\d{10}$/.test(digits) ? `${digits.slice(0, 6)}-${DOT.repeat(4)}` : DOT.repeat(10);
}

/** `••••••6243`: the last four digits, fewer when there are under six; padding zeros say nothing and are hidden. */
export function maskAccount(account: string): string {
  const digits = account.replace(/[\s.-]/g, "");
  const telling = digits.replace(/^0+/, "").length;
  const shown = telling >= 6 ? 4 : Math.floor(telling / 2);
  return DOT.repeat(digits.length - shown) + digits.slice(digits.length - shown);
}

/** `NL •••• 4300`: country and last four. Anything too short for an IBAN is hidden altogether. */
export function maskIban(iban: string): string {
  const value = iban.replace(/[\s.-]/g, "").toUpperCase();
  return value.length < 15 ? DOT.repeat(8) : `${value.slice(0, 2)} ${DOT.repeat(4)} ${value.slice(-4)}`;
}
