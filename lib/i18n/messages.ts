import { accountChange } from "@/lib/i18n/messages/account-change";
import { activity } from "@/lib/i18n/messages/activity";
import { answers } from "@/lib/i18n/messages/answers";
import { audit } from "@/lib/i18n/messages/audit";
import { bulk } from "@/lib/i18n/messages/bulk";
import { calendar } from "@/lib/i18n/messages/calendar";
import { common } from "@/lib/i18n/messages/common";
import { connectionForms } from "@/lib/i18n/messages/connection-forms";
import { connections } from "@/lib/i18n/messages/connections";
import { consentTexts } from "@/lib/i18n/messages/consent-texts";
import { deadlines } from "@/lib/i18n/messages/deadlines";
import { debtors } from "@/lib/i18n/messages/debtors";
import { errors } from "@/lib/i18n/messages/errors";
import { evidencePack } from "@/lib/i18n/messages/evidence-pack";
import { failure } from "@/lib/i18n/messages/failure";
import { fence } from "@/lib/i18n/messages/fence";
import { form } from "@/lib/i18n/messages/form";
import { found } from "@/lib/i18n/messages/found";
import { importActs } from "@/lib/i18n/messages/import-acts";
import { importColumns } from "@/lib/i18n/messages/import-columns";
import { importRows } from "@/lib/i18n/messages/import-rows";
import { imports } from "@/lib/i18n/messages/imports";
import { invitation } from "@/lib/i18n/messages/invitation";
import { languages } from "@/lib/i18n/messages/languages";
import { limits } from "@/lib/i18n/messages/limits";
import { mandate } from "@/lib/i18n/messages/mandate";
import { mandates } from "@/lib/i18n/messages/mandates";
import { nav } from "@/lib/i18n/messages/nav";
import { newMandate } from "@/lib/i18n/messages/new-mandate";
import { newPayment } from "@/lib/i18n/messages/new-payment";
import { newRun } from "@/lib/i18n/messages/new-run";
import { notes } from "@/lib/i18n/messages/notes";
import { payment } from "@/lib/i18n/messages/payment";
import { payments } from "@/lib/i18n/messages/payments";
import { record } from "@/lib/i18n/messages/record";
import { roles } from "@/lib/i18n/messages/roles";
import { ruleSettings } from "@/lib/i18n/messages/rule-settings";
import { runActs } from "@/lib/i18n/messages/run-acts";
import { runPlan } from "@/lib/i18n/messages/run-plan";
import { runs } from "@/lib/i18n/messages/runs";
import { search } from "@/lib/i18n/messages/search";
import { settings } from "@/lib/i18n/messages/settings";
import { signIn } from "@/lib/i18n/messages/sign-in";
import { states } from "@/lib/i18n/messages/states";
import { table } from "@/lib/i18n/messages/table";
import { today } from "@/lib/i18n/messages/today";
import { toldEnd } from "@/lib/i18n/messages/told-end";
import { unfinished } from "@/lib/i18n/messages/unfinished";
import { views } from "@/lib/i18n/messages/views";
import type { Locale } from "@/lib/kernel/locale";

/** Every namespace of the desk's texts: a file in `messages/`, and one line here. */
export const namespaces = {
  accountChange,
  consentTexts,
  invitation,
  languages,
  unfinished,
  activity,
  answers,
  audit,
  bulk,
  calendar,
  common,
  connectionForms,
  connections,
  deadlines,
  debtors,
  errors,
  evidencePack,
  failure,
  fence,
  form,
  found,
  importActs,
  importColumns,
  importRows,
  runActs,
  runPlan,
  newRun,
  imports,
  limits,
  mandate,
  mandates,
  nav,
  newMandate,
  newPayment,
  notes,
  payment,
  payments,
  record,
  roles,
  ruleSettings,
  runs,
  search,
  settings,
  signIn,
  states,
  table,
  toldEnd,
  today,
  views,
};

type Namespaces = typeof namespaces;

/** The texts as English has them: what the type checker knows of keys and arguments. */
export type Messages = { readonly [Name in keyof Namespaces]: Namespaces[Name]["en"] };

/** All texts in one language. */
export function messagesFor(locale: Locale): Messages {
  return byLocale[locale];
}

const byLocale: Record<Locale, Messages> = { en: pick("en"), da: pick("da"), nl: pick("nl") };

/**
 * The cast says two things that are proven elsewhere: `Object.fromEntries` keeps which name has which texts, and every
 * language has English's keys (each namespace's own types) and arguments (this folder's test).
 */
function pick(locale: Locale): Messages {
  const texts = Object.entries(namespaces).map(([name, namespace]) => [name, namespace[locale]]);
  return Object.fromEntries(texts) as Messages;
}

// Types `useTranslations`, `getTranslations` and `useLocale`: unknown keys and missing arguments do not compile.
declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}
