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
import { accountChange } from "./account-change";
import { send } from "./calls";
import { readCredential } from "./credential";
import { agreementForm, checkAgreement, credentialForm, mandateForm, settingsForm } from "./forms";
import { interpret } from "./interpret";
import { lookUp } from "./look-up";
import { nextPoll } from "./poll";
import { prepare } from "./prepare";
import { probe } from "./probe";
import { listMandates, listPayments, readAgreements, readMandates, readPayments } from "./read";
import { receive } from "./receive";
import { schemes } from "./schemes";
import { readSettings, switchedOn } from "./settings";
import { about, notChargeableWords, reasons } from "./words";

function capabilities(environment: Environment, settings: Values): Capabilities {
  return {
    mandates: "invitation",
    endMandate: false,
    createPayment: true,
    cancelPayment: switchedOn("cancel_payment", environment, settings),
    registerAgreement: true,
    subscribeEvents: true,
    listMandates: true,
    listPayments: true,
    receivesEvents: true,
  };
}

/** Repeating under the same key is what they publish for a lost answer. */
function resend(environment: Environment, settings: Values): ResendPolicy {
  const { visibilityDelayMs } = readSettings(settings, environment);
  return { afterAbsence: "same_key", visibilityDelayMs };
}

/** A payment can only be made against an active mandate: https://docs.debitdirect.io/schemes/betalingsservice/mandates */
function notChargeable(mandate: MandateView, agreement: AgreementView): LocalText | null {
  if (mandate.state !== "active") return notChargeableWords.mandate_not_active;
  if (mandate.providerId === null) return notChargeableWords.mandate_without_handle;
  return agreement.providerId === null ? notChargeableWords.agreement_not_registered : null;
}

/**
 * The key, the address with its secret, the customer number, which may hold a CPR, and what scheme data of a mandate,
 * whose fields are not published, might hold of a person's identity and account.
 */
const sensitiveNames = [
  "api_key",
  "apiKey",
  "authorization",
  "webhookUrl",
  "number",
  "uniqueNumber",
  "customerNumber",
  "cpr",
  "cprNumber",
  "cprNr",
  "ssn",
  "iban",
  "accountNumber",
  "accountNo",
  "bankAccount",
  "registrationNumber",
  "regNumber",
  "regNo",
] as const;

export const debitdirect: ProviderModule = {
  id: "debitdirect",
  label: "DebitDirect",
  about,
  docsUrl: "https://docs.debitdirect.io",
  schemes,
  // One host: what is a test is told by the agreement's own flag.
  baseUrls: { sandbox: "https://api.debitdirect.io", production: "https://api.debitdirect.io" },
  settingsForm,
  credentialForm,
  agreementForm,
  mandateForm,
  checkAgreement,
  readCredential,
  watchedMandates: [],
  capabilities,
  resend,
  massEnd: (environment, settings) => readSettings(settings, environment).massEnd,
  notChargeable,
  accountChange: (_environment, settings) => accountChange(settings),
  reasons,
  pendingWords: { PendingVerification: "verification" },
  sensitiveNames,
  prepare,
  send,
  interpret,
  lookUp,
  readMandates,
  readPayments,
  readAgreements,
  listMandates,
  listPayments,
  probe,
  receive,
  nextPoll,
};
