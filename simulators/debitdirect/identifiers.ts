import { randomInt, randomUUID } from "node:crypto";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

function random(length: number): string {
  return Array.from({ length }, () => LETTERS.charAt(randomInt(LETTERS.length))).join("");
}

/** 28 characters after the prefix, as in https://devs.debitdirect.io/getting-started/authentication */
export const newApiKey = () => `sk_${random(28)}`;
export const agreementHandle = () => `am_${random(24)}`;
export const customerHandle = () => `cus_${random(24)}`;
export const mandateHandle = () => `md_${random(24)}`;
/** The provider publishes no prefix for payments and merchants: these two are invented. */
export const paymentHandle = () => `pay_${random(24)}`;
export const merchantHandle = () => `mer_${random(24)}`;

export const newId = (): string => randomUUID();

/** Finds a request in the provider's logs: a connection part and a number. */
export function newTraceId(): string {
  const number = randomInt(0x1_0000_0000).toString(16).toUpperCase().padStart(8, "0");
  return `0HN${random(10).toUpperCase()}:${number}`;
}
