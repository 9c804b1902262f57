import { isDay } from "@/lib/kernel/day";
import type {
  CreateMandate,
  CreatePayment,
  EndMandate,
  Intent,
  Prepared,
  Values,
} from "@/lib/providers/contract";
import { amountOf, numberOf } from "@/lib/providers/paynl/amounts";
import { bankDay, processDate } from "@/lib/providers/paynl/days";
import { isCode, referenceOf } from "@/lib/providers/paynl/references";
import { cut, sepaText } from "@/lib/providers/paynl/sepa-text";
import { type PaynlSettings, readSettings } from "@/lib/providers/paynl/settings";

/** The account holder's name; PAY. publishes no length, a working integration cuts here. */
const HOLDER_MAX = 64;

const TYPES: ReadonlySet<string> = new Set(["SINGLE", "RECURRING", "FLEXIBLE"]);

const JSON_HEADERS = { accept: "application/json", "content-type": "application/json" } as const;

export function mandatesPath(settings: PaynlSettings): string {
  return `${settings.apiPath}/directdebits/mandates`;
}

export function debitsPath(settings: PaynlSettings): string {
  return `${settings.apiPath}/directdebits`;
}

function debtorText(text: string, max: number, settings: PaynlSettings): string {
  return cut(settings.transliterate ? sepaText(text) : text.trim(), max);
}

function dateOf(text: string, settings: PaynlSettings): string | undefined {
  return isDay(text) ? processDate(bankDay(text), settings.processDateForm) : undefined;
}

function mandateCode(intent: EndMandate | CreatePayment): string {
  const code = intent.mandate.providerId ?? "";
  if (!isCode(code)) throw new RangeError("the mandate has no code at PAY. yet");
  return code;
}

function interval(values: Values) {
  if (values.type !== "RECURRING") return {};
  const value = numberOf(values.every);
  const quantity = numberOf(values.quantity);
  if (value === null || quantity === null) throw new RangeError("a series needs a number of debits");
  return { interval: { period: values.period, value, quantity } };
}

function mandateBody(intent: CreateMandate, settings: PaynlSettings) {
  const { values } = intent;
  if (!TYPES.has(values.type ?? "")) throw new RangeError("a mandate needs a type");
  const amount = amountOf(values.amount);
  if (amount === null) throw new RangeError("a mandate needs the amount of its first debit");
  const date = dateOf(values.process_date ?? "", settings);
  const description = debtorText(values.description ?? "", settings.descriptionMax, settings);
  return {
    serviceId: intent.agreement.values.service_id ?? "",
    reference: referenceOf(intent.mandateId),
    ...(description === "" ? {} : { description }),
    ...(date === undefined ? {} : { processDate: date }),
    ...(intent.eventsUrl === null ? {} : { exchangeUrl: intent.eventsUrl }),
    type: values.type,
    ...interval(values),
    amount: { value: amount, currency: "EUR" },
    customer: {
      ...(values.email ? { email: values.email } : {}),
      bankAccount: {
        iban: (values.iban ?? "").replace(/\s/g, "").toUpperCase(),
        ...(values.bic ? { bic: values.bic.replace(/\s/g, "").toUpperCase() } : {}),
        owner: debtorText(values.holder || intent.debtorName, HOLDER_MAX, settings),
      },
    },
    stats: { extra1: intent.mandateId, extra2: intent.key },
  };
}

function debitBody(intent: CreatePayment, settings: PaynlSettings) {
  // A currency that PAY. overlooks would become as many euros.
  if (intent.currency !== "EUR") throw new RangeError(`PAY. collects euros, not ${intent.currency}`);
  if (!Number.isSafeInteger(intent.amountMinor) || intent.amountMinor <= 0)
    throw new RangeError("a debit needs an amount above zero");
  const text = debtorText(intent.text, settings.descriptionMax, settings);
  return {
    [settings.addMandateField]: mandateCode(intent),
    description: text === "" ? debtorText(intent.reference, settings.descriptionMax, settings) : text,
    processDate: dateOf(intent.due, settings),
    amount: { value: intent.amountMinor, currency: intent.currency },
    stats: { extra1: intent.reference, extra2: intent.key },
  };
}

/**
 * The bytes of a write, the same for the same intent and settings. Throws RangeError on what PAY. does not offer, and on
 * an intent whose amount, currency or mandate cannot be sent: nothing must be on its way then.
 */
export function prepare(intent: Intent, values: Values): Prepared {
  const settings = readSettings(values);
  const { operation, key } = intent;
  switch (intent.operation) {
    case "mandate.create": {
      const body = JSON.stringify(mandateBody(intent, settings));
      return { operation, key, method: "POST", path: mandatesPath(settings), headers: JSON_HEADERS, body };
    }
    case "payment.create": {
      const body = JSON.stringify(debitBody(intent, settings));
      return { operation, key, method: "POST", path: debitsPath(settings), headers: JSON_HEADERS, body };
    }
    case "mandate.end": {
      const path = `${mandatesPath(settings)}/${mandateCode(intent)}`;
      return { operation, key, method: "DELETE", path, headers: { accept: "application/json" }, body: "" };
    }
    default:
      throw new RangeError(`PAY. does not offer ${operation}`);
  }
}
