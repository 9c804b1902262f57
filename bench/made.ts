/** What the filled database is made of, known to those who fill it and to those who measure it. */
export const START = Date.UTC(2024, 0, 1);
export const DAYS = 900;
export const CREDITOR = "cre_bench";
/** The provider with a share of the payments that is neither many nor few. */
export const SMALL = "paynl";
/** The filters whose lists are long enough to have a middle. */
export const MANY = ["all", "state, many", "window", "provider"];
export const paymentId = (n: number): string => `pay_${String(n).padStart(9, "0")}`;
/** The filled database is used again by later runs, so what is sealed in it must open again. */
export const MASTER_KEY = Buffer.alloc(32, 7).toString("base64");
