import type { SimClock } from "../kit/clock";
import type { JournalEntry } from "../kit/journal";
import { button, escapeHtml, form, simulatorPage, table } from "../kit/page";
import { keyMaker } from "./key-maker";
import { ACCOUNT_PLANS, CREDITOR_PLANS, ERROR_CODES, type Plan } from "./outcomes";
import { BASE_PATHS } from "./service";
import type { Settings } from "./settings";
import type { MandateRequest, State } from "./state";

const SHOWN = 50;

function planText(plan: Plan): string {
  switch (plan.kind) {
    case "validated":
      return "VALIDATED";
    case "validated-if-new":
      return "VALIDATED, or MANDATE_ALREADY_EXISTS";
    case "failed":
      return plan.errorCode;
    case "stays-received":
      return "stays RECEIVED";
  }
}

function about(one: MandateRequest): string[] {
  return [
    one.environment,
    escapeHtml(one.uuid),
    `${one.pbsNumber} / ${one.debtorGroupNumber}`,
    escapeHtml(one.creditorsDebtorReference),
    escapeHtml(`${one.debtorRegNo} ${one.debtorAccountNo}`),
    escapeHtml(one.receivedAt),
  ];
}

function decisions(one: MandateRequest): string {
  const route = `/_sim/mandates/${one.uuid}/outcome`;
  const fails = ERROR_CODES.map((errorCode) => button(errorCode, route, { status: "FAILED", errorCode }));
  return [button("Approve", route, { status: "VALIDATED" }), ...fails].join("");
}

function pendingSection(mandates: readonly MandateRequest[]): string {
  const pending = mandates.filter((one) => one.outcome === null);
  const rows = pending
    .slice(0, SHOWN)
    .map((one) => [...about(one), escapeHtml(one.dueAt ?? "never by itself"), decisions(one)]);
  const heads = [
    "Environment",
    "UUID",
    "Creditor / group",
    "Reference",
    "Account",
    "Received",
    "Due",
    "Decide now",
  ];
  return `<p>${pending.length} pending. ${button("Publish all that are planned", "/_sim/publish")}</p>${table(heads, rows)}`;
}

function decidedSection(mandates: readonly MandateRequest[]): string {
  const rows = mandates.flatMap((one) => {
    if (one.outcome === null) return [];
    const result = one.outcome.status === "VALIDATED" ? one.outcome.mandateId : one.outcome.errorCode;
    return [[...about(one), one.outcome.status, escapeHtml(result), escapeHtml(one.outcome.at)]];
  });
  const heads = [
    "Environment",
    "UUID",
    "Creditor / group",
    "Reference",
    "Account",
    "Received",
    "Status",
    "Result",
    "At",
  ];
  return table(heads, rows.slice(-SHOWN).reverse());
}

function keysSection(state: State): string {
  const rows = state.keys.map(({ consumerKey, ...key }) => {
    const client = state.clients.find((one) => one.clientId === key.clientId);
    const activated = client?.activated ?? false;
    const turn = button(activated ? "Deactivate" : "Activate", "/_sim/keys/activate", {
      consumerKey,
      activated: !activated,
    });
    return [
      client?.environment ?? "",
      escapeHtml(consumerKey),
      escapeHtml(key.alias),
      escapeHtml(key.expiresAt),
      client?.environment === "production" ? `${activated ? "yes" : "no"} ${turn}` : "not needed",
      button("Expire now", "/_sim/keys/expire", { consumerKey }),
    ];
  });
  return `${table(["Environment", "Consumer key", "Alias", "Expires", "Activated", ""], rows)}${keyMaker}`;
}

function plansSection(): string {
  const creditors = [...CREDITOR_PLANS].map(([number, plan]) => [String(number), planText(plan)]);
  const accounts = [...ACCOUNT_PLANS].map(([ending, plan]) => [`…${ending}`, planText(plan)]);
  return `<p>The creditor number decides where it is listed; otherwise the last four digits of the account number; otherwise the request is
validated, unless the same creditor, group and reference has a mandate already.</p>
${table(["Creditor number (pbsNumber)", "Result"], creditors)}<p></p>${table(["Account number ends in", "Result"], accounts)}`;
}

function settingsSection(settings: Settings): string {
  const fields = Object.entries(settings).map(([name, value]) => ({
    name,
    label: name,
    value: String(value),
  }));
  return form("/_sim/settings", "Change", fields);
}

/** Personal data stands in the journal's bodies, so the page shows none of them. */
function journalSection(journal: readonly JournalEntry[]): string {
  const rows = journal
    .slice(-20)
    .reverse()
    .map((one) => [
      String(one.n),
      escapeHtml(one.at),
      escapeHtml(`${one.method} ${one.path}`),
      String(one.status),
      escapeHtml(one.effect ?? ""),
      escapeHtml(one.fault ?? ""),
    ]);
  return table(["No.", "At", "Request", "Status", "Effect", "Fault"], rows);
}

/** The page at `/_sim`. */
export function mastercardBsPage(clock: SimClock, state: State, journal: readonly JournalEntry[]): string {
  const paths = table(
    ["Environment", "Base path"],
    Object.entries(BASE_PATHS).map(([environment, path]) => [environment, path]),
  );
  return simulatorPage("Mastercard Betalingsservice: Creditor API", clock, [
    { title: "Environments", html: paths },
    { title: "Pending requests", html: pendingSection(state.mandates) },
    { title: "Decided requests", html: decidedSection(state.mandates) },
    { title: "Keys", html: keysSection(state) },
    { title: "Which request gets which result", html: plansSection() },
    { title: "Settings", html: settingsSection(state.settings) },
    { title: "Journal", html: journalSection(journal) },
  ]);
}
