/** Minor units as a form reads them: `123675` is `1236.75`. */
export const minorAsTyped = (amountMinor: number): string =>
  `${Math.floor(amountMinor / 100)}.${String(amountMinor % 100).padStart(2, "0")}`;
