import type { Wording } from "@/lib/i18n/wording";

/** What can be done with a run, and what it brings about. */
const en = {
  freeze: "Freeze",
  freezing: "Freezing",
  freezeSays: "Closes the content, so that somebody else can approve exactly this. Nothing is sent.",
  frozen: "Frozen. Somebody else can approve it now.",
  approve: "Approve",
  approving: "Approving",
  approveSays: "Lets finance send exactly these {count, plural, one {# row} other {# rows}}: {sums}.",
  approved: "Approved.",
  approveOwn: "you had a hand in it yourself; somebody else approves it",
  approveOff: "needs the right to approve",
  approveWho: "needs the right to approve; {names} can",
  send: "Send",
  sending: "Checking everything",
  sendSays:
    "Checks everything once more, then issues {count, plural, one {# row} other {# rows}}. What has left cannot be called back here.",
  sent: "It is being sent.",
  stop: "Stop",
  stopAsk: "Stop sending this run?",
  stopSays:
    "No further row leaves. {sending, plural, =0 {None is on its way.} one {The one that may be on its way runs to its end.} other {Those of the # on their way that have their permit run to their end.}} It can go on later.",
  stopping: "Stopping",
  stopped: "Stopped: {accepted} accepted, {held} held, {toIssue} not issued, {unknown} unknown.",
  resume: "Go on",
  resuming: "Checking everything",
  resumeSays: "Checks everything once more and sends what is left, under the approval it has.",
  resumed: "It is being sent.",
  nextWindow: "Next collection",
  planning: "Planning",
  nextWindowSays:
    "Plans the {count, plural, one {# row} other {# rows}} that missed the cut-off for the next collection. It needs a new approval before anything moves.",
  planned:
    "{count, plural, one {# row is} other {# rows are}} planned for the next collection. Somebody else approves it.",
  discard: "Discard",
  discardAsk: "Discard this run?",
  discardSays: "Puts it away; nothing was sent. Its file and its references may be brought in again.",
  discarding: "Discarding",
  discarded: "Discarded.",
  finance: "finance does this",
  takeOut: "Take out",
  letIn: "Let in",
  takeOutRow: "Take row {n} out",
  letInRow: "Let row {n} in",
  working: "One moment",
  changed: "Changed. It is a draft.",
} as const;

const da: Wording<typeof en> = {
  freeze: "Frys",
  freezing: "Fryser",
  freezeSays: "Lukker indholdet, så en anden kan godkende netop dette. Intet sendes.",
  frozen: "Frosset. En anden kan godkende den nu.",
  approve: "Godkend",
  approving: "Godkender",
  approveSays:
    "Lader økonomi sende netop {count, plural, one {denne # række} other {disse # rækker}}: {sums}.",
  approved: "Godkendt.",
  approveOwn: "du har selv haft en hånd i den; en anden godkender den",
  approveOff: "kræver retten til at godkende",
  approveWho: "kræver retten til at godkende; {names} kan",
  send: "Send",
  sending: "Ser alt efter",
  sendSays:
    "Ser alt efter en gang til og udsteder så {count, plural, one {# række} other {# rækker}}. Det afsendte kan ikke kaldes tilbage her.",
  sent: "Den bliver sendt.",
  stop: "Stands",
  stopAsk: "Standse denne kørsel?",
  stopSays:
    "Ingen flere rækker sendes. {sending, plural, =0 {Ingen er på vej.} one {Den ene, der kan være på vej, løber til ende.} other {De af # på vej, der har deres tilladelse, løber til ende.}} Den kan fortsætte senere.",
  stopping: "Standser",
  stopped: "Standset: {accepted} modtaget, {held} holdt, {toIssue} ikke udstedt, {unknown} ukendt.",
  resume: "Fortsæt",
  resuming: "Ser alt efter",
  resumeSays: "Ser alt efter en gang til og sender resten under den godkendelse, den har.",
  resumed: "Den bliver sendt.",
  nextWindow: "Næste opkrævning",
  planning: "Planlægger",
  nextWindowSays:
    "Planlægger {count, plural, one {den # række} other {de # rækker}}, der missede fristen, til næste opkrævning. Det kræver en ny godkendelse, før noget flyttes.",
  planned:
    "{count, plural, one {# række} other {# rækker}} er planlagt til næste opkrævning. En anden godkender det.",
  discard: "Kassér",
  discardAsk: "Kassere denne kørsel?",
  discardSays: "Lægger den væk; intet blev sendt. Filen og referencerne kan indlæses igen.",
  discarding: "Kasserer",
  discarded: "Kasseret.",
  finance: "det gør økonomi",
  takeOut: "Tag ud",
  letIn: "Tag med",
  takeOutRow: "Tag række {n} ud",
  letInRow: "Tag række {n} med",
  working: "Et øjeblik",
  changed: "Ændret. Den er en kladde.",
};

const nl: Wording<typeof en> = {
  freeze: "Bevries",
  freezing: "Bevriest",
  freezeSays: "Sluit de inhoud, zodat een ander precies dit kan goedkeuren. Er wordt niets verstuurd.",
  frozen: "Bevroren. Een ander kan het nu goedkeuren.",
  approve: "Keur goed",
  approving: "Keurt goed",
  approveSays:
    "Laat financiën precies deze {count, plural, one {# regel} other {# regels}} versturen: {sums}.",
  approved: "Goedgekeurd.",
  approveOwn: "u hebt er zelf aan gewerkt; een ander keurt het goed",
  approveOff: "vereist het recht om goed te keuren",
  approveWho: "vereist het recht om goed te keuren; {names} kan het",
  send: "Verstuur",
  sending: "Controleert alles",
  sendSays:
    "Controleert alles nog eens en geeft dan {count, plural, one {# regel} other {# regels}} uit. Wat vertrokken is, kan hier niet teruggeroepen worden.",
  sent: "Het wordt verstuurd.",
  stop: "Stop",
  stopAsk: "Deze run stoppen?",
  stopSays:
    "Er vertrekt geen regel meer. {sending, plural, =0 {Er is er geen onderweg.} one {De ene die onderweg kan zijn, loopt af.} other {Wat van de # onderweg toestemming heeft, loopt af.}} Later kan het verder.",
  stopping: "Stopt",
  stopped:
    "Gestopt: {accepted} aanvaard, {held} vastgehouden, {toIssue} niet uitgegeven, {unknown} onbekend.",
  resume: "Ga verder",
  resuming: "Controleert alles",
  resumeSays: "Controleert alles nog eens en verstuurt de rest, onder de goedkeuring die er is.",
  resumed: "Het wordt verstuurd.",
  nextWindow: "Volgende incasso",
  planning: "Plant",
  nextWindowSays:
    "Plant {count, plural, one {de # regel die} other {de # regels die}} de deadline misten voor de volgende incasso. Voordat iets verschuift, is een nieuwe goedkeuring nodig.",
  planned:
    "{count, plural, one {# regel is} other {# regels zijn}} gepland voor de volgende incasso. Een ander keurt het goed.",
  discard: "Leg weg",
  discardAsk: "Deze run wegleggen?",
  discardSays:
    "Legt de run weg; er is niets verstuurd. Het bestand en de kenmerken mogen opnieuw ingebracht worden.",
  discarding: "Legt weg",
  discarded: "Weggelegd.",
  finance: "dit doet financiën",
  takeOut: "Haal eruit",
  letIn: "Laat toe",
  takeOutRow: "Haal regel {n} eruit",
  letInRow: "Laat regel {n} toe",
  working: "Een ogenblik",
  changed: "Gewijzigd. Het is een concept.",
};

export const runActs = { en, da, nl };
