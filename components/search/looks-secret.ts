/**
 * Whether a text may be a CPR or an account, by its shape alone: ten digits that begin with a day and a month, a
 * registration and account number, an IBAN. Told in the browser, before it stands in an address.
 */
export function looksSecret(text: string): boolean {
  const plain = text.replace(/[\s.–-]/g, "");
  if (/^(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{6}$/.test(plain)) return true;
  return /^\d{11,14}$/.test(plain) || /^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/i.test(plain);
}
