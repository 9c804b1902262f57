import type { SimClock } from "../kit/clock";
import { button, escapeHtml, form, simulatorPage, table } from "../kit/page";
import { addDays, dayOf, landMonthly, monthOf, windowFor } from "./calendar";
import { settingNotes } from "./settings";
import type { Owned, State } from "./state";

const ROWS = 50;
const newest = <T>(items: T[]): T[] => items.slice(-ROWS).reverse();
const safe = (value: unknown) => escapeHtml(String(value ?? ""));

function aboutHtml(state: State, clock: SimClock): string {
  const now = clock.now();
  const today = dayOf(now);
  const { deadlineDay } = state.settings;
  const next = windowFor(monthOf(landMonthly(now, today, deadlineDay).paymentDay));
  const lastDay = deadlineDay === "included" ? next.deadline : addDays(next.deadline, -1);
  return `<p>Betalingsservice: payments made by the end of ${lastDay} are processed on ${next.processing} and fall due on
${next.settlement} (Copenhagen). Files are handled at 05:00.</p>
<p>Amounts that tell their own story: ending in 13 øre it is rejected, ending in 66 øre it is settled and charged back three days later.</p>
<p>Read what is behind this page: ${["payments", "mandates", "agreements", "merchants", "events", "journal"]
    .map((name) => `<a href="/_sim/${name}">${name}</a>`)
    .join(", ")}.</p>`;
}

function agreementsHtml(state: State): string {
  const rows = newest(state.agreements).map((one) => [
    safe(one.handle),
    safe(one.scheme),
    one.test ? "test" : "live",
    safe(one.state),
    button("Activate", `/_sim/agreements/${one.handle}/activate`) +
      button("Terminate", `/_sim/agreements/${one.handle}/terminate`) +
      button("Cancel all mandates", "/_sim/mandates/cancel-all", { agreement: one.handle }),
  ]);
  return table(["Agreement", "Scheme", "Kind", "State", ""], rows);
}

function mandatesHtml(state: State): string {
  const customers = new Map(state.customers.map((one) => [one.handle, one]));
  const rows = newest(state.mandates).map((one) => [
    safe(one.handle),
    safe(one.scheme),
    safe(one.status),
    safe(customers.get(one.customer)?.number),
    safe(customers.get(one.customer)?.name),
    button("Activate", `/_sim/mandates/${one.handle}/activate`) +
      button("Cancel", `/_sim/mandates/${one.handle}/cancel`),
  ]);
  const signUp = form("/_sim/mandates", "Sign up", [
    {
      name: "agreement",
      label: "Agreement",
      value: state.agreements.findLast((one) => one.state === "Active")?.handle ?? "",
    },
    { name: "customerNumber", label: "Customer number" },
    { name: "customerName", label: "Name" },
    { name: "status", label: "Status", value: "Active" },
  ]);
  return signUp + table(["Mandate", "Scheme", "Status", "Customer number", "Name", ""], rows);
}

function paymentsHtml(state: State): string {
  const rows = newest(state.payments).map((one) => [
    safe(one.reference ?? one.handle),
    `${(one.amount / 100).toFixed(2)} ${safe(one.currency)}`,
    safe(one.status),
    safe(one.statusText),
    safe(one.scheduleDay),
    safe(one.paymentDay),
    safe(one.fate.outcome),
    button("Will be rejected", `/_sim/payments/${one.handle}/mark`, { outcome: "reject" }) +
      button("Charge back", `/_sim/payments/${one.handle}/chargeback`),
  ]);
  return table(["Reference", "Amount", "Status", "Text", "Scheduled", "Due", "Will", ""], rows);
}

function eventsHtml(state: State): string {
  const rows = newest(state.events).map((one) => [
    String(one.n),
    safe(one.timeStamp),
    safe(`${one.objectType} ${one.eventType}`),
    safe(one.handle),
    safe(one.state),
    safe(one.tries.map((attempt) => attempt.status ?? attempt.error).join(", ")),
    button("Send again", "/_sim/events/resend", { n: one.n }),
  ]);
  return table(["", "Time", "Event", "About", "State", "Answers", ""], rows);
}

function settingsHtml(state: State): string {
  const values = new Map(Object.entries(state.settings));
  const rows = settingNotes().map(({ name, about }) => [
    form("/_sim/settings", "Set", [{ name, label: name, value: String(values.get(name)) }]),
    safe(about),
  ]);
  return table(["Setting", "What it decides"], rows);
}

function merchantsHtml(state: State): string {
  const rows = state.merchants.map((one) => [
    safe(one.name),
    `<code>${safe(one.apiKey)}</code>`,
    safe(one.webhookUrl ?? "no address"),
    safe(one.lastVersion ?? "none"),
  ]);
  return (
    table(["Merchant", "API key", "Web events go to", "x-version"], rows) +
    form("/_sim/merchants", "Add a merchant", [{ name: "name", label: "Name" }])
  );
}

const counted = (title: string, items: (Owned | { n: number })[]) =>
  items.length > ROWS ? `${title} (the last ${ROWS} of ${items.length})` : title;

/** The page at `/_sim`. */
export function debitDirectPage(state: State, clock: SimClock): string {
  return simulatorPage("DebitDirect simulator", clock, [
    { title: "How it behaves", html: aboutHtml(state, clock) },
    { title: "Merchants", html: merchantsHtml(state) },
    { title: counted("Agreements", state.agreements), html: agreementsHtml(state) },
    { title: counted("Mandates", state.mandates), html: mandatesHtml(state) },
    { title: counted("Payments", state.payments), html: paymentsHtml(state) },
    { title: counted("Web events", state.events), html: eventsHtml(state) },
    { title: "Settings", html: settingsHtml(state) },
  ]);
}
