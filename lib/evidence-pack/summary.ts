import { namespaces } from "@/lib/i18n/messages";
import { writer } from "@/lib/i18n/writer";
import type { Locale } from "@/lib/kernel/locale";
import type { Note } from "@/lib/notes/list";
import type { PackFacts } from "./facts";

interface Made {
  at: Date;
  by: string;
  creditor: string;
  locale: Locale;
}

type Row = readonly [label: string, value: string | null | undefined];

/** One page to print, in the reader's language: consent, moves and payments with their dates. */
export function summaryHtml(facts: PackFacts, made: Made, notes: readonly Note[]): string {
  const { mandate } = facts;
  const t = namespaces.evidencePack[made.locale];
  const write = writer({ locale: made.locale, zone: facts.rule.zone, now: made.at });
  const says = t.made
    .replace("{at}", write.instant(made.at))
    .replace("{name}", made.by)
    .replace("{creditor}", made.creditor);
  const parts = [
    `<h1>${text(t.title)}</h1><p>${text(says)}</p>`,
    section(t.mandate, factTable(mandateRows(facts, made.locale))),
    section(t.consent, consentOf(facts, made)),
    ...(facts.toldEnd ? [section(t.end, factTable(endRows(facts, made)))] : []),
    section(t.moves, movesOf(facts, made)),
    section(t.payments, paymentsOf(facts, made)),
    ...(notes.length > 0 ? [section(t.internal, notesOf(notes, made, facts))] : []),
    `<p>${text(t.foot)}</p>`,
  ];
  return page(made.locale, `${t.title} ${mandate.mandateNumber ?? mandate.id}`, parts.join("\n"));
}

function mandateRows({ mandate, provider, agreement, debtor }: PackFacts, locale: Locale): Row[] {
  const t = namespaces.evidencePack[locale];
  return [
    [t.debtor, mandate.debtorName],
    [t.identity, debtor?.identityMasked],
    ...Object.values(mandate.masked).map((value): Row => ["", value]),
    [t.customer, mandate.customerNumber],
    [t.number, mandate.mandateNumber],
    [t.state, namespaces.states[locale].mandate[mandate.state]],
    [t.provider, provider.label],
    [t.agreement, agreement?.name],
    [t.ours, mandate.id],
    [t.theirs, mandate.providerId],
  ];
}

function consentOf({ mandate, rule }: PackFacts, { locale, at }: Made): string {
  const t = namespaces.evidencePack[locale];
  const { consent } = mandate;
  if (!consent) return `<p>${text(t.noConsent)}</p>`;
  const write = writer({ locale, zone: rule.zone, now: at });
  return factTable([
    [t.wording, consent.wording],
    [t.channel, namespaces.mandate[locale].channel[consent.channel]],
    [t.given, write.instant(new Date(consent.givenAt))],
    [t.taken, consent.takenBy],
  ]);
}

function endRows({ toldEnd, rule }: PackFacts, { locale, at }: Made): Row[] {
  if (!toldEnd) return [];
  const t = namespaces.evidencePack[locale];
  const told = namespaces.toldEnd[locale];
  const write = writer({ locale, zone: rule.zone, now: at });
  return [
    [t.endBy, toldEnd.toldBy],
    [t.channel, told.channels[toldEnd.channel]],
    [t.why, told.causes[toldEnd.cause]],
    [t.endOn, write.longDay(toldEnd.effectiveOn)],
    [t.endNote, toldEnd.note],
    [t.taken, toldEnd.recordedByName],
  ];
}

function movesOf({ mandate, history, rule }: PackFacts, { locale, at }: Made): string {
  const t = namespaces.evidencePack[locale];
  const write = writer({ locale, zone: rule.zone, now: at });
  const states: Readonly<Record<string, string>> = namespaces.states[locale].mandate;
  const rows = history(mandate.id)
    .moves.toReversed()
    .map((move) => [
      write.instant(move.happenedAt ?? move.at),
      `${states[move.from] ?? move.from} → ${states[move.to] ?? move.to}`,
      move.actorName,
      [move.cause, move.word, move.rule].filter(Boolean).join(" · "),
    ]);
  return table([t.at, t.what, t.by, t.why], rows);
}

function paymentsOf({ payments, rule }: PackFacts, { locale, at }: Made): string {
  const t = namespaces.evidencePack[locale];
  if (payments.length === 0) return `<p>${text(t.noPayments)}</p>`;
  const write = writer({ locale, zone: rule.zone, now: at });
  const day = (of: string | null) => (of ? write.longDay(of) : "–");
  const rows = payments.map((payment) => [
    payment.reference,
    write.money(payment),
    namespaces.states[locale].payment[payment.state],
    day(payment.requested),
    day(payment.planned),
    day(payment.settledOn),
  ]);
  return table([t.reference, t.amount, t.state, t.asked, t.planned, t.collected], rows);
}

function notesOf(notes: readonly Note[], { locale, at }: Made, { rule }: PackFacts): string {
  const t = namespaces.evidencePack[locale];
  const write = writer({ locale, zone: rule.zone, now: at });
  return table(
    [t.at, t.by, t.what],
    notes.map((note) => [write.instant(note.at), note.authorName, note.body]),
  );
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Everything written here came from somebody: it is text, whatever it looks like. */
const text = (value: string): string => value.replace(/[&<>"]/g, (char) => entities[char] ?? char);

const section = (title: string, body: string): string => `<h2>${text(title)}</h2>\n${body}`;

const factTable = (rows: readonly Row[]): string =>
  `<table class="facts"><tbody>${rows
    .filter(([, value]) => value)
    .map(
      ([label, value]) =>
        `<tr><th scope="row">${text(label)}</th><td dir="auto">${text(value ?? "")}</td></tr>`,
    )
    .join("\n")}</tbody></table>`;

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = heads.map((one) => `<th scope="col">${text(one)}</th>`).join("");
  const body = rows
    .map((row) => `<tr>${row.map((cell) => `<td dir="auto">${text(cell)}</td>`).join("")}</tr>`)
    .join("\n");
  return `<table><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table>`;
}

const page = (locale: Locale, title: string, body: string): string => `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<title>${text(title)}</title>
<style>
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font: 15px/1.4 sans-serif; color: #14181b; background: #fff; }
h1 { font-size: 26px; } h2 { margin-top: 2em; font-size: 17px; border-top: 1px solid #828b90; padding-top: 0.5em; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; vertical-align: top; padding: 4px 8px 4px 0; border-bottom: 1px solid #dadddf; white-space: pre-wrap; }
.facts th { width: 14rem; font-weight: 400; color: #485157; }
@media print { body { margin: 0; max-width: none; } tr { break-inside: avoid; } }
</style>
</head>
<body>
${body}
</body>
</html>
`;
