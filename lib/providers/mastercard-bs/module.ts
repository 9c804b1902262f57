import type { Capabilities, ProviderModule } from "@/lib/providers/contract";
import { accountChange } from "@/lib/providers/mastercard-bs/account-change";
import { signedCall } from "@/lib/providers/mastercard-bs/client";
import { interpret, prepare } from "@/lib/providers/mastercard-bs/create";
import { readCredential } from "@/lib/providers/mastercard-bs/credential";
import { credentialForm } from "@/lib/providers/mastercard-bs/credential-words";
import { agreementForm, mandateForm } from "@/lib/providers/mastercard-bs/forms";
import { nextPoll } from "@/lib/providers/mastercard-bs/poll";
import { probe } from "@/lib/providers/mastercard-bs/probe";
import { lookUp, readMandates } from "@/lib/providers/mastercard-bs/read";
import { readSettings } from "@/lib/providers/mastercard-bs/settings";
import { settingsForm } from "@/lib/providers/mastercard-bs/settings-form";
import { about, notChargeableHere, reasons } from "@/lib/providers/mastercard-bs/words";

/** The API has two calls: ask for a mandate, and search for what became of it. */
const capabilities: Capabilities = {
  mandates: "form",
  endMandate: false,
  createPayment: false,
  cancelPayment: false,
  registerAgreement: false,
  subscribeEvents: false,
  listMandates: false,
  listPayments: false,
  receivesEvents: false,
};

/** Persons' numbers, accounts and secrets, under their names and ours; customer numbers may hold a person's number. */
const sensitiveNames = [
  "cprNumber",
  "cvrNumber",
  "debtorRegNo",
  "debtorAccountNo",
  "creditorsDebtorReference",
  "identity",
  "account",
  "consumer_key",
  "key_file",
  "pem",
  "password",
  "private_key",
  "authorization",
  "oauth_consumer_key",
  "oauth_signature",
] as const;

/** Betalingsservice through Mastercard's creditor API, version 1.0.0. */
export const mastercardBs: ProviderModule = {
  id: "mastercard-bs",
  label: "Betalingsservice",
  about,
  docsUrl: "https://developer.mastercard.com/bs-creditor-api/documentation/",
  schemes: [
    {
      code: "betalingsservice",
      label: { en: "Betalingsservice", da: "Betalingsservice", nl: "Betalingsservice" },
      currency: "DKK",
      deadlineRule: "nets-bs",
    },
  ],
  baseUrls: {
    sandbox: "https://mtf.oauth.payments.mastercard.dk/betalingsservice/bs-creditor-api-sandbox",
    production: "https://oauth.payments.mastercard.dk/betalingsservice/bs-creditor-api",
  },
  settingsForm,
  credentialForm,
  agreementForm,
  mandateForm: () => mandateForm,
  readCredential,
  watchedMandates: ["pending"],
  capabilities: () => capabilities,
  resend: (_environment, values) => {
    const { afterAbsence, visibilityDelayMs } = readSettings(values);
    return { afterAbsence, visibilityDelayMs };
  },
  notChargeable: () => notChargeableHere,
  accountChange: (_environment, values) => accountChange(values),
  reasons,
  sensitiveNames,
  prepare,
  send: signedCall,
  interpret,
  lookUp,
  readMandates,
  readPayments: async () => [],
  probe,
  nextPoll,
};
