import type { SimClock } from "./clock";

const escapes: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (one) => escapes[one] ?? one);
}

/** A button that posts `input` as JSON to a control route and reloads the page. */
export function button(label: string, route: string, input: object = {}): string {
  return `<button data-route="${escapeHtml(route)}" data-input="${escapeHtml(JSON.stringify(input))}">${escapeHtml(label)}</button>`;
}

/** A form whose fields are posted as one JSON object to a control route. */
export function form(
  route: string,
  submit: string,
  fields: { name: string; label: string; value?: string }[],
): string {
  const inputs = fields.map(
    (field) =>
      `<label>${escapeHtml(field.label)} <input name="${escapeHtml(field.name)}" value="${escapeHtml(field.value ?? "")}"></label>`,
  );
  return `<form data-route="${escapeHtml(route)}">${inputs.join(" ")} <button>${escapeHtml(submit)}</button></form>`;
}

/** Rows are HTML already: escape what comes from outside. */
export function table(heads: string[], rows: string[][]): string {
  if (rows.length === 0) return "<p>None yet.</p>";
  const head = heads.map((one) => `<th scope="col">${escapeHtml(one)}</th>`).join("");
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("");
  return `<table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}

const script = `
const send = async (route, input) => {
  const answer = await fetch(route, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(input) });
  if (answer.ok) location.reload(); else document.querySelector("[role=status]").textContent = await answer.text();
};
document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-route]");
  if (button) send(button.dataset.route, JSON.parse(button.dataset.input));
});
document.addEventListener("submit", (event) => {
  event.preventDefault();
  send(event.target.dataset.route, Object.fromEntries(new FormData(event.target)));
});`;

/** The frame of every simulator's page: its time, the ways to move it, and the sections given. */
export function simulatorPage(
  title: string,
  clock: SimClock,
  sections: { title: string; html: string }[],
): string {
  const hour = 3_600_000;
  const moves = [
    button("+1 minute", "/_sim/clock", { advance_ms: 60_000 }),
    button("+2 hours", "/_sim/clock", { advance_ms: 2 * hour }),
    button("+1 day", "/_sim/clock", { advance_ms: 24 * hour }),
    button("+1 week", "/_sim/clock", { advance_ms: 7 * 24 * hour }),
  ];
  const faults = [
    button("Cut the next answer", "/_sim/faults", { kind: "cut-after", method: "POST", times: 1 }),
    button("Next request: 500", "/_sim/faults", { kind: "status", status: 500, times: 1 }),
    button("Next request: 429", "/_sim/faults", { kind: "status", status: 429, times: 1 }),
  ];
  const body = sections
    .map((one) => `<section><h2>${escapeHtml(one.title)}</h2>${one.html}</section>`)
    .join("");
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escapeHtml(title)}</title>
<style>body{font:15px/20px system-ui,sans-serif;margin:24px;color:#14181b;max-width:1200px}table{border-collapse:collapse}th,td{text-align:left;padding:4px 12px 4px 0;border-bottom:1px solid #dadddf;vertical-align:top}button{margin:2px}input{margin:2px 8px 2px 2px}h2{margin-top:24px;font-size:17px}</style>
<h1>${escapeHtml(title)}</h1><p role="status">It is ${escapeHtml(clock.now().toISOString())} here.</p><p>${moves.join("")}${form("/_sim/clock", "Set the clock", [{ name: "set", label: "Instant", value: clock.now().toISOString() }])}</p><p>${faults.join("")}</p>${body}<script>${script}</script></html>`;
}
