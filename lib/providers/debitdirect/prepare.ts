import { MAX_AMOUNT_MINOR } from "@/lib/kernel/money";
import type {
  AgreementView,
  CancelPayment,
  CreatePayment,
  Intent,
  Operation,
  Prepared,
  Values,
} from "@/lib/providers/contract";
import { pathSegment, plainHeaders } from "./calls";
import { schemeByCode } from "./schemes";
import { MIN_AMOUNT_MINOR, readSettings, type Settings } from "./settings";

/**
 * The bytes of a write, without the credential. Same intent and settings, same bytes. Throws RangeError for what the
 * verbs before it must never let through, and for an operation that this provider does not offer.
 */
export function prepare(intent: Intent, values: Values): Prepared {
  const settings = readSettings(values);
  switch (intent.operation) {
    case "payment.create":
      return write(intent, settings, "POST", settings.paths.payments, paymentBody(intent, settings));
    case "payment.cancel":
      return write(intent, settings, settings.cancelMethod, cancelPath(intent, settings), "");
    case "agreement.register":
      return prepareAgreement(intent, settings);
    case "events.subscribe":
      return write(
        intent,
        settings,
        "POST",
        settings.paths.subscribe,
        JSON.stringify({ webhookUrl: intent.eventsUrl }),
      );
    case "mandate.create":
    case "mandate.end":
      throw new RangeError(`${intent.operation} is not offered: the debtor signs up and leaves at the bank`);
  }
}

function write(
  intent: { operation: Operation; key: string },
  settings: Settings,
  method: Prepared["method"],
  path: string,
  body: string,
): Prepared {
  const headers = { ...plainHeaders(settings, body !== ""), "idempotency-key": intent.key };
  return { operation: intent.operation, key: intent.key, method, path, headers, body };
}

/** https://docs.debitdirect.io/api-reference/payments/post-payments; the scheme is the mandate's and is not sent. */
function paymentBody(intent: CreatePayment, settings: Settings): string {
  const { amountMinor, reference, mandate, agreement, currency } = intent;
  if (!Number.isInteger(amountMinor) || amountMinor === 0)
    throw new RangeError(`not an amount in minor units: ${amountMinor}`);
  if (amountMinor > MAX_AMOUNT_MINOR || amountMinor < MIN_AMOUNT_MINOR)
    throw new RangeError(`an amount outside 32 bits: ${amountMinor}`);
  if (amountMinor < 0 && settings.credits === "off") throw new RangeError("credits are switched off");
  if (mandate.providerId === null) throw new RangeError("a payment needs the handle of its mandate");
  if (reference === "" || reference.length > settings.referenceMax)
    throw new RangeError(`a reference of 1 to ${settings.referenceMax} characters is needed`);
  const scheme = schemeByCode(agreement.scheme);
  if (scheme?.currency !== currency)
    throw new RangeError(`${agreement.scheme} does not collect in ${currency}`);
  return JSON.stringify({
    mandate: mandate.providerId,
    currency,
    amount: amountMinor,
    description: Array.from(intent.text).slice(0, settings.descriptionMax).join(""),
    reference,
    paymentDate: `${intent.due}T00:00:00Z`,
  });
}

function cancelPath(intent: CancelPayment, settings: Settings): string {
  const segment = pathSegment(intent.providerId);
  if (segment === null) throw new RangeError("a payment handle that cannot stand in a path");
  return settings.paths.cancel.replace("{payment}", () => segment);
}

/** An agreement registered earlier is adopted by reading it: then nothing is created. */
function prepareAgreement(intent: Intent, settings: Settings): Prepared {
  const { agreement, operation, key } = intent;
  const existing = (agreement.values.existing_handle ?? "").trim();
  if (existing === "")
    return write(intent, settings, "POST", settings.paths.agreements, agreementBody(agreement));
  const segment = pathSegment(existing);
  if (segment === null) throw new RangeError("an agreement handle that cannot stand in a path");
  const path = `${settings.paths.agreements}/${segment}`;
  return { operation, key, method: "GET", path, headers: plainHeaders(settings, false), body: "" };
}

/** The debtor group is ours alone: it is not among the fields they publish. */
function agreementBody(agreement: AgreementView): string {
  return JSON.stringify({
    scheme: agreement.scheme,
    schemeData: agreementNumbers(agreement),
    test: agreement.test,
  });
}

/**
 * The numbers that name a scheme agreement, under their field names.
 * https://docs.debitdirect.io/schemes/betalingsservice/agreements; for Leverandørservice the published samples.
 */
export function agreementNumbers({ scheme, values }: AgreementView): Readonly<Record<string, string>> {
  const field = (name: string) => (values[name] ?? "").trim();
  if (scheme !== "nets-bs")
    return { cvrNumber: field("cvr_number"), creditorNumber: field("creditor_number") };
  return {
    cvrNumber: field("cvr_number"),
    pbsNumber: field("pbs_number"),
    creditorNumber: field("creditor_number") || field("pbs_number"),
    agreementType: field("agreement_type") || "standard",
  };
}
