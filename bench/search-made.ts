/** What the filled database of the search is made of, known to those who fill it and to those who measure it. */
export const SEARCH_CREDITOR = "cre_search";
export const SEARCH_START = Date.UTC(2024, 0, 1);
export const debtorId = (n: number): string => `deb_${String(n).padStart(9, "0")}`;
export const customerNumber = (n: number): string => String(1_000_000 + n * 7);
export const reference = (n: number): string => `INV-${2024 + (n % 3)}-${String(n).padStart(7, "0")}`;
export const amountOf = (n: number): number => 5_000 + ((n * 7_919) % 400_000);
export const keyOf = (n: number): string =>
  `${String(n).padStart(8, "0")}-8f14-4e45-8f14-${String(n * 31).padStart(12, "0")}`;
/** So many debtors for each mandate, and for each payment. */
export const DEBTORS_PER_MANDATE = 2;
export const DEBTORS_PER_PAYMENT = 4;
