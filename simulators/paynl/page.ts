import { button, escapeHtml, form, simulatorPage, table } from "../kit/page";
import { euros } from "./exchange";
import type { Debit, ExchangeCall, Location, State, World } from "./state";
import { statusOf } from "./state";
import { declineName, statusRow } from "./statuses";

const SHOWN = 100;

function newest<T>(items: readonly T[]): T[] {
  return items.slice(-SHOWN).reverse();
}

function asText(value: unknown): string {
  return Array.isArray(value) ? value.join(",") : String(value ?? "");
}

function fieldsOf(settings: object): { name: string; label: string; value: string }[] {
  return Object.entries(settings).map(([name, value]) => ({ name, label: name, value: asText(value) }));
}

function mandateRows(state: State): string[][] {
  return newest(Object.values(state.mandates)).map((one) => [
    escapeHtml(one.code),
    one.type,
    escapeHtml(one.reference ?? ""),
    escapeHtml(one.customer.bankAccount.iban),
    `${euros(one.amount.value)} EUR`,
    one.deletedAt ? "deleted" : one.endedAt ? "ended" : "",
    String(one.debits.length),
  ]);
}

function debitButtons(debit: Debit, code: number): string {
  const route = `/_sim/debits/${debit.code}`;
  const buttons = statusRow(code).settled
    ? []
    : [button("Collect", `${route}/collect`), button("Refuse", `${route}/refuse`, { declineCode: 109 })];
  if (code === 100) buttons.push(button("Storno", `${route}/storno`));
  buttons.push(button("Unknown status", `${route}/status`, { code: 541 }));
  return buttons.join("");
}

function debitRows(state: State): string[][] {
  return newest(Object.values(state.debits)).map((one) => {
    const status = statusOf(one);
    const code = status?.code ?? 0;
    const decline = status?.decline ? `: ${declineName(status.decline.code)}` : "";
    return [
      escapeHtml(one.code),
      escapeHtml(one.mandate),
      one.day,
      `${euros(one.amount.value)} EUR`,
      escapeHtml(`${code} ${statusRow(code).phase}${decline}`),
      escapeHtml(one.scenario.name),
      escapeHtml(one.stats.extra1 ?? ""),
      debitButtons(one, code),
    ];
  });
}

function answerOf(call: ExchangeCall): string {
  const last = call.attempts.at(-1);
  if (!last) return "";
  return last.error ?? `${last.status} ${last.answer}`;
}

function callRows(state: State): string[][] {
  return newest([...state.finished, ...state.waiting].sort((a, b) => a.n - b.n)).map((one) => [
    String(one.n),
    escapeHtml(one.happenedAt),
    escapeHtml(one.action),
    escapeHtml(one.debit),
    one.state,
    String(one.attempts.length),
    escapeHtml(answerOf(one)),
    button("Send again", `/_sim/deliveries/${one.n}/resend`),
  ]);
}

function locationSection(location: Location) {
  const route = `/_sim/settings/${location.code}`;
  return {
    title: `Exchange calls of ${location.code}`,
    html: form(route, "Save", fieldsOf(location.settings)),
  };
}

/** The page that drives the simulator. */
export function page(world: World): string {
  const { state } = world.store;
  const mandateHeads = ["Mandate", "Type", "Reference", "IBAN", "Amount", "State", "Debits"];
  const debitHeads = ["Debit", "Mandate", "Day", "Amount", "Status", "Story", "extra1", ""];
  const callHeads = ["No.", "Happened", "Action", "Debit", "State", "Tries", "Answer", ""];
  const users = Object.values(state.credentials).map((one) => [
    escapeHtml(one.user),
    escapeHtml(one.merchant),
    one.directDebit ? "yes" : "no",
  ]);
  const next = button("To the next event", "/_sim/advance", { to: "next" });
  return simulatorPage("PAY. direct debits", world.clock, [
    { title: "Debits", html: `<p>${next}</p>${table(debitHeads, debitRows(state))}` },
    { title: "Mandates", html: table(mandateHeads, mandateRows(state)) },
    { title: "Exchange calls", html: table(callHeads, callRows(state)) },
    { title: "Settings", html: form("/_sim/settings", "Save", fieldsOf(state.settings)) },
    ...Object.values(state.locations).map(locationSection),
    { title: "Credentials", html: table(["User", "Merchant", "Direct debits"], users) },
  ]);
}
