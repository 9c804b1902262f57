import type { LocalText } from "@/lib/kernel/locale";
import type {
  AgreementView,
  Capabilities,
  Environment,
  MandateView,
  ProviderModule,
  ResendPolicy,
  Values,
} from "@/lib/providers/contract";
import { accountChange, collectsItself } from "@/lib/providers/paynl/account-change";
import { send } from "@/lib/providers/paynl/client";
import { readCredential } from "@/lib/providers/paynl/credential";
import { earliestUndated } from "@/lib/providers/paynl/days";
import {
  agreementForm,
  checkAgreement,
  checkMandate,
  credentialForm,
  mandateForm,
} from "@/lib/providers/paynl/forms";
import { interpret } from "@/lib/providers/paynl/interpret";
import { lookUp } from "@/lib/providers/paynl/look-up";
import { prepare } from "@/lib/providers/paynl/prepare";
import { probe } from "@/lib/providers/paynl/probe";
import { readMandates, readPayments } from "@/lib/providers/paynl/read";
import { debitReasons } from "@/lib/providers/paynl/reasons";
import { receive } from "@/lib/providers/paynl/receive";
import { refusalReasons } from "@/lib/providers/paynl/refusal-words";
import { readSettings } from "@/lib/providers/paynl/settings";
import { settingsForm } from "@/lib/providers/paynl/settings-form";
import { about, schemeLabel, notChargeableWords as words } from "@/lib/providers/paynl/words";

function capabilities(environment: Environment): Capabilities {
  // Nothing is offered where PAY. has no environment: a test must never reach the live one.
  const offered = environment !== "sandbox";
  return {
    mandates: "form",
    endMandate: offered,
    createPayment: offered,
    cancelPayment: false,
    registerAgreement: false,
    subscribeEvents: false,
    listMandates: false,
    listPayments: false,
    receivesEvents: offered,
  };
}

function resend(environment: Environment, values: Values): ResendPolicy {
  const settings = readSettings(values, environment);
  return {
    // Without an idempotency key a repeat under the same key is a second debit, unless the first is truly absent.
    afterAbsence: settings.afterAbsence === "resend" ? "same_key" : "person",
    visibilityDelayMs: settings.visibilityDelayMs,
  };
}

const byState: Readonly<Record<MandateView["state"], LocalText | null>> = {
  draft: words.notSent,
  invited: words.notSent,
  pending: words.pending,
  active: null,
  suspended: words.suspended,
  ended: words.ended,
  failed: words.failed,
};

const byType: Readonly<Record<string, LocalText>> = { SINGLE: words.single, RECURRING: words.recurring };

/** Only a flexible mandate whose first debit was collected takes debits of ours. */
function notChargeable(mandate: MandateView, _agreement: AgreementView): LocalText | null {
  const type = mandate.values.type ?? "";
  if (type !== "FLEXIBLE") return Object.hasOwn(byType, type) ? (byType[type] ?? null) : words.otherType;
  return byState[mandate.state] ?? (mandate.providerId === null ? words.noCode : null);
}

/** PAY., SEPA direct debits for Dutch creditors: https://developer.pay.nl/docs/direct-debit-mandates */
export const paynl: ProviderModule = {
  id: "paynl",
  label: "PAY.",
  about,
  docsUrl: "https://developer.pay.nl/docs/direct-debit-mandates",
  schemes: [{ code: "sepa-core", label: schemeLabel, currency: "EUR", deadlineRule: "sepa-core" }],
  // No sandbox is known. An address that cannot be called is better than one that takes real money.
  baseUrls: { production: "https://rest.pay.nl", sandbox: "" },
  settingsForm,
  credentialForm,
  agreementForm,
  mandateForm,
  checkAgreement,
  checkMandate,
  readCredential,
  watchedMandates: ["pending", "active", "suspended"],
  capabilities,
  resend,
  notChargeable,
  accountChange: (_environment, values) => accountChange(values),
  earliestFirstDebit: (now, environment, values) =>
    earliestUndated(now, readSettings(values, environment).emptyDateBankDays),
  collectsItself,
  reasons: { ...debitReasons, ...refusalReasons },
  // The exchange address carries the secret by which calls reach us.
  sensitiveNames: [
    "iban",
    "bankaccountNumber",
    "password",
    "secret",
    "signing_secret",
    "pincode",
    "exchangeUrl",
  ],
  prepare,
  send,
  interpret,
  lookUp,
  readMandates,
  readPayments,
  probe,
  receive,
  nextPoll: (now, environment, values) => new Date(now.getTime() + readSettings(values, environment).pollMs),
};
