import { createApiKey, listApiKeys, revokeApiKey } from "@/lib/access/api-keys";
import type { Permission } from "@/lib/access/permissions";
import { changeAccount } from "@/lib/account-changes/change";
import { approveChange, callOffChange, refuseChange } from "@/lib/account-changes/decide";
import { openBulk } from "@/lib/bulk/open";
import { bulkVerbNames, bulkVerbs } from "@/lib/bulk/states";
import { acknowledgeGap } from "@/lib/comparison/acknowledge";
import { adoptGap } from "@/lib/comparison/adopt";
import { adoptFromTask } from "@/lib/comparison/adopt-from-task";
import { compareConnection } from "@/lib/comparison/compare";
import { addAgreement } from "@/lib/connections/agreement";
import { createConnection } from "@/lib/connections/create";
import { addCredential } from "@/lib/connections/credential";
import { probeConnection } from "@/lib/connections/probe";
import { subscribeEvents } from "@/lib/connections/subscribe";
import { updateSettings } from "@/lib/connections/update-settings";
import { addConsentText } from "@/lib/consents/add-text";
import type { Ctx } from "@/lib/context";
import { createDebtor } from "@/lib/debtors/create";
import { revealSecret } from "@/lib/debtors/reveal";
import { updateDebtor } from "@/lib/debtors/update";
import { discardDraft } from "@/lib/drafts/discard";
import { saveDraft } from "@/lib/drafts/save";
import { evidencePack } from "@/lib/evidence-pack/pack";
import { approveImport } from "@/lib/imports/approve";
import { badRows } from "@/lib/imports/bad-rows";
import { commitImport, resumeImport } from "@/lib/imports/commit";
import { confirmReading, readAgain } from "@/lib/imports/confirm-reading";
import { chooseImportRow, fixRow } from "@/lib/imports/fix-row";
import { freezeImport } from "@/lib/imports/freeze";
import { startCheck, stopCheck } from "@/lib/imports/start-check";
import { discardImport, endImport, stopImport } from "@/lib/imports/stop";
import { uploadImport } from "@/lib/imports/upload";
import { askProvider } from "@/lib/inbox/ask";
import { replayMessage, replayMessages } from "@/lib/inbox/replay";
import { tryReplay } from "@/lib/inbox/try-replay";
import { liftFence } from "@/lib/instance/lift-fence";
import { noteInvitationSent } from "@/lib/invitations/note-sent";
import { createMandate } from "@/lib/mandates/create";
import { linkMandate } from "@/lib/mandates/link";
import { recordEnd } from "@/lib/mandates/record-end";
import { stopMandate } from "@/lib/mandates/stop";
import { listEvents } from "@/lib/messages/events";
import { addNote } from "@/lib/notes/add";
import { activityFigures } from "@/lib/overview/activity";
import { cancelPayment } from "@/lib/payments/cancel";
import { createPayment } from "@/lib/payments/create";
import { replanPayment } from "@/lib/payments/replan";
import { approveRun } from "@/lib/runs/approve";
import { buildRun } from "@/lib/runs/build";
import { chooseRow } from "@/lib/runs/choose";
import { discardRun } from "@/lib/runs/discard";
import { freezeRun } from "@/lib/runs/freeze";
import { planNextWindow } from "@/lib/runs/next-window";
import { resumeRun } from "@/lib/runs/resume";
import { sendRun } from "@/lib/runs/send";
import { stopRun } from "@/lib/runs/stop";
import { overrideDeadline, removeOverride } from "@/lib/settings/override-deadline";
import { setLimit } from "@/lib/settings/set-limit";
import { setRule } from "@/lib/settings/set-rule";
import { askAgain } from "@/lib/submissions/ask-again";
import { listSubmissions } from "@/lib/submissions/list";
import { resolveUnknown } from "@/lib/submissions/resolve-unknown";
import { sendAgain } from "@/lib/submissions/send-again";
import { tryAgain } from "@/lib/submissions/try-again";
import { toldEnd } from "@/lib/testing/told-end";

/** What there is of ours, that nobody else may reach. */
export interface Ours {
  connectionId: string;
  agreementId: string;
  debtorId: string;
  mandateId: string;
  paymentId: string;
  submissionId: string;
  messageId: string;
  keyId: string;
  runId: string;
  gapId: string;
  foundTaskId: string;
  draftId: string;
  changeId: string;
  importId: string;
}

interface Verb {
  name: string;
  permission: Permission;
  /** Names something of ours: another creditor must be told that it is not there. */
  reaches?: true;
  call(ctx: Ctx, ours: Ours): Promise<unknown>;
}

const values = { amount: "10,00", text: "Heat" };
const givenRow = { customer: "100234", amount: "12.50", text: "Heat", reference: "ROW-1", due: "" };
const month = { rule: "nets-bs", month: "2027-06" };

async function* oneFile(): AsyncGenerator<Uint8Array> {
  yield Buffer.from("Kundenr.\n1");
}

async function* oneRow(...ids: string[]): AsyncGenerator<{ id: string }[]> {
  yield ids.map((id) => ({ id }));
}

/** Steps of an import, each by the name of the verb. */
const importSteps: Record<string, [Permission, (ctx: Ctx, importId: string) => Promise<unknown>]> = {
  confirmReading: ["imports.prepare", (ctx, importId) => confirmReading(ctx, { importId })],
  readAgain: ["imports.prepare", readAgain],
  stopCheck: ["imports.prepare", stopCheck],
  fixRow: ["imports.prepare", (ctx, importId) => fixRow(ctx, { importId, n: 1, content: "", cells: {} })],
  chooseImportRow: [
    "imports.prepare",
    (ctx, importId) => chooseImportRow(ctx, { importId, n: 1, choice: "out" }),
  ],
  freezeImport: ["imports.prepare", freezeImport],
  discardImport: ["imports.prepare", discardImport],
  badRows: [
    "imports.prepare",
    (ctx, importId) => badRows(ctx, importId, async () => ({ row: "Row", reason: "Reason", says: () => "" })),
  ],
  approveImport: ["imports.approve", (ctx, importId) => approveImport(ctx, { importId, contentHash: "" })],
  commitImport: ["imports.commit", commitImport],
  resumeImport: ["imports.commit", resumeImport],
  stopImport: ["imports.commit", stopImport],
  endImport: ["imports.commit", endImport],
};

/** Every verb that changes something, with a call of it on things of ours. */
export const verbs: readonly Verb[] = [
  {
    name: "createDebtor",
    permission: "debtors.write",
    call: (ctx) => createDebtor(ctx, { kind: "person", name: "X", customer_number: "77" }),
  },
  {
    name: "createMandate",
    permission: "mandates.write",
    reaches: true,
    call: (ctx, { debtorId, agreementId }) =>
      createMandate(ctx, { debtorId, agreementId, values: {}, consent: null }),
  },
  {
    name: "saveDraft",
    permission: "mandates.write",
    reaches: true,
    call: (ctx, { draftId, debtorId, agreementId }) =>
      saveDraft(ctx, {
        id: draftId,
        version: 1,
        agreementId,
        debtorId,
        fromId: null,
        changeOf: null,
        values: { account: "theirs" },
      }),
  },
  {
    name: "discardDraft",
    permission: "mandates.write",
    reaches: true,
    call: (ctx, { draftId }) => discardDraft(ctx, draftId),
  },
  {
    name: "noteInvitationSent",
    permission: "mandates.write",
    reaches: true,
    call: (ctx, { mandateId }) => noteInvitationSent(ctx, { mandateId, way: "mail", language: "da" }),
  },
  {
    name: "changeAccount",
    permission: "mandates.write",
    reaches: true,
    call: (ctx, { mandateId }) =>
      changeAccount(ctx, { mandateId, values: {}, consent: null, reason: "because" }),
  },
  {
    name: "approveChange",
    permission: "mandates.approve_change",
    reaches: true,
    call: (ctx, { changeId }) => approveChange(ctx, changeId),
  },
  {
    name: "refuseChange",
    permission: "mandates.approve_change",
    reaches: true,
    call: (ctx, { changeId }) => refuseChange(ctx, { changeId, reason: "because" }),
  },
  {
    name: "callOffChange",
    permission: "mandates.write",
    reaches: true,
    call: (ctx, { changeId }) => callOffChange(ctx, { changeId, reason: "because" }),
  },
  {
    name: "addConsentText",
    permission: "consents.manage",
    call: (ctx) => addConsentText(ctx, { scheme: "nets-bs", language: "da", text: "Ja." }),
  },
  {
    name: "setLimit",
    permission: "limits.manage",
    call: (ctx) => setLimit(ctx, { name: "imports.commit_limit", limit: "5" }),
  },
  {
    name: "linkMandate",
    permission: "mandates.write",
    reaches: true,
    call: (ctx, { mandateId, debtorId }) => linkMandate(ctx, { mandateId, debtorId }),
  },
  {
    name: "revealSecret",
    permission: "identity.reveal",
    reaches: true,
    call: (ctx, { debtorId }) => revealSecret(ctx, { debtorId, reason: "because" }),
  },
  {
    name: "updateDebtor",
    permission: "debtors.write",
    reaches: true,
    call: (ctx, { debtorId }) => updateDebtor(ctx, { debtorId, version: 0, values: { name: "X" } }),
  },
  ...(["debtor", "mandate", "payment"] as const).map(
    (noun): Verb => ({
      name: "addNote",
      permission: "notes.write",
      reaches: true,
      call: (ctx, ours) => addNote(ctx, { noun, subjectId: ours[`${noun}Id`], body: "X" }),
    }),
  ),
  {
    name: "recordEnd",
    permission: "mandates.stop",
    reaches: true,
    call: (ctx, { mandateId }) => recordEnd(ctx, toldEnd([mandateId])),
  },
  {
    name: "evidencePack",
    permission: "evidence.download",
    reaches: true,
    call: (ctx, { mandateId }) => evidencePack(ctx, { mandateId, notes: false, locale: "en" }),
  },
  ...(["suspend", "resume", "end", "withdraw"] as const).map(
    (act): Verb => ({
      name: "stopMandate",
      permission: "mandates.stop",
      reaches: true,
      call: (ctx, { mandateId }) => stopMandate(ctx, { mandateId, act, reason: "because" }),
    }),
  ),
  {
    name: "createPayment",
    permission: "payments.create",
    reaches: true,
    call: (ctx, { mandateId }) => createPayment(ctx, { mandateId, values, despiteDuplicate: true }),
  },
  {
    name: "cancelPayment",
    permission: "payments.cancel",
    reaches: true,
    call: (ctx, { paymentId }) => cancelPayment(ctx, { paymentId, reason: "because" }),
  },
  ...bulkVerbNames.map(
    (verb): Verb => ({
      name: `openBulk ${verb}`,
      permission: bulkVerbs[verb].permission,
      reaches: true,
      call: (ctx, { paymentId, mandateId }) =>
        openBulk(ctx, { verb, query: "", rows: oneRow(paymentId, mandateId) }),
    }),
  ),
  {
    name: "replanPayment",
    permission: "payments.cancel",
    reaches: true,
    call: (ctx, { paymentId }) => replanPayment(ctx, paymentId),
  },
  {
    name: "uploadImport",
    permission: "imports.prepare",
    call: (ctx) => uploadImport(ctx, { name: "a.csv", body: oneFile() }),
  },
  {
    name: "startCheck",
    permission: "imports.prepare",
    reaches: true,
    call: (ctx, { importId, agreementId }) => startCheck(ctx, { importId, agreementId, given: {} }),
  },
  ...Object.entries(importSteps).map(
    ([name, [permission, step]]): Verb => ({
      name,
      permission,
      reaches: true,
      call: (ctx, { importId }) => step(ctx, importId),
    }),
  ),
  {
    name: "buildRun",
    permission: "runs.prepare",
    call: (ctx) =>
      buildRun(ctx, { name: "X", test: true, agreementId: null, decimals: ".", rows: [givenRow] }),
  },
  {
    name: "chooseRow",
    permission: "runs.prepare",
    reaches: true,
    call: (ctx, { runId }) => chooseRow(ctx, { runId, n: 1, choice: "out" }),
  },
  {
    name: "approveRun",
    permission: "runs.approve",
    reaches: true,
    call: (ctx, { runId }) => approveRun(ctx, { runId, contentHash: "" }),
  },
  ...Object.entries({ freezeRun, discardRun, sendRun, stopRun, resumeRun, planNextWindow }).map(
    ([name, verb]): Verb => ({
      name,
      permission: "runs.prepare",
      reaches: true,
      call: (ctx, { runId }) => verb(ctx, runId),
    }),
  ),
  {
    name: "askAgain",
    permission: "submissions.ask",
    reaches: true,
    call: (ctx, { submissionId }) => askAgain(ctx, submissionId),
  },
  {
    name: "askProvider",
    permission: "submissions.ask",
    reaches: true,
    call: (ctx, { paymentId }) => askProvider(ctx, { noun: "payment", id: paymentId }),
  },
  {
    name: "resolveUnknown",
    permission: "submissions.resolve",
    reaches: true,
    call: (ctx, { submissionId }) =>
      resolveUnknown(ctx, { submissionId, verdict: "did_not_happen", reason: "because" }),
  },
  {
    name: "sendAgain",
    permission: "submissions.resend",
    reaches: true,
    call: (ctx, { submissionId }) => sendAgain(ctx, submissionId),
  },
  {
    name: "tryAgain",
    permission: "submissions.ask",
    reaches: true,
    call: (ctx, { submissionId }) => tryAgain(ctx, submissionId),
  },
  {
    name: "createConnection",
    permission: "connections.manage",
    call: (ctx) =>
      createConnection(ctx, {
        provider: "debitdirect",
        name: "X",
        environment: "simulator",
        baseUrl: "http://127.0.0.1:9",
        settings: {},
        credential: null,
      }),
  },
  {
    name: "addCredential",
    permission: "connections.manage",
    reaches: true,
    call: (ctx, { connectionId }) =>
      addCredential(ctx, { connectionId, values: { api_key: "sk_takenoverbysomebodyelse" } }),
  },
  {
    name: "updateSettings",
    permission: "connections.manage",
    reaches: true,
    call: (ctx, { connectionId }) => updateSettings(ctx, { connectionId, version: 0, values: {} }),
  },
  {
    name: "probeConnection",
    permission: "connections.manage",
    reaches: true,
    call: (ctx, { connectionId }) => probeConnection(ctx, connectionId),
  },
  {
    name: "subscribeEvents",
    permission: "connections.manage",
    reaches: true,
    call: (ctx, { connectionId }) => subscribeEvents(ctx, connectionId),
  },
  {
    name: "addAgreement",
    permission: "connections.manage",
    reaches: true,
    call: (ctx, { connectionId }) => addAgreement(ctx, { connectionId, values: {} }),
  },
  {
    name: "replayMessage",
    permission: "messages.replay",
    reaches: true,
    call: (ctx, { messageId }) => replayMessage(ctx, messageId),
  },
  {
    name: "compareConnection",
    permission: "fence.compare",
    reaches: true,
    call: (ctx, { connectionId }) => compareConnection(ctx, connectionId),
  },
  {
    name: "acknowledgeGap",
    permission: "gaps.close",
    reaches: true,
    call: (ctx, { gapId }) => acknowledgeGap(ctx, { gapId, reason: "because" }),
  },
  {
    name: "adoptGap",
    permission: "gaps.close",
    reaches: true,
    call: (ctx, { gapId }) => adoptGap(ctx, { gapId, reason: "because" }),
  },
  {
    name: "adoptFromTask",
    permission: "gaps.close",
    reaches: true,
    call: (ctx, { foundTaskId }) => adoptFromTask(ctx, { taskId: foundTaskId, reason: "because" }),
  },
  {
    name: "liftFence",
    permission: "fence.lift",
    call: (ctx) => liftFence(ctx, { reason: "because" }),
  },
  {
    name: "replayMessages",
    permission: "messages.replay",
    reaches: true,
    call: (ctx, { messageId }) => replayMessages(ctx, [messageId]),
  },
  {
    name: "tryReplay",
    permission: "messages.replay",
    reaches: true,
    call: (ctx, { messageId }) => tryReplay(ctx, messageId),
  },
  {
    name: "listEvents",
    permission: "activity.read",
    call: (ctx) => listEvents(ctx),
  },
  {
    name: "listSubmissions",
    permission: "activity.read",
    call: (ctx) => listSubmissions(ctx),
  },
  {
    name: "activityFigures",
    permission: "activity.read",
    call: (ctx) => activityFigures(ctx),
  },
  {
    name: "overrideDeadline",
    permission: "deadlines.override",
    call: (ctx) =>
      overrideDeadline(ctx, { ...month, deadline: "2027-06-18", source: "override", note: "because" }),
  },
  {
    name: "removeOverride",
    permission: "deadlines.override",
    call: (ctx) => removeOverride(ctx, month),
  },
  {
    name: "setRule",
    permission: "deadlines.override",
    call: (ctx) =>
      setRule(ctx, {
        rule: "nets-bs",
        cutoffTime: "16:00",
        dayBefore: "false",
        warningBankDays: "2",
        atRiskOnDeadlineDay: "true",
      }),
  },
  {
    name: "createApiKey",
    permission: "people.manage",
    call: (ctx) => createApiKey(ctx, { name: "X", role: "admin" }),
  },
  {
    name: "revokeApiKey",
    permission: "people.manage",
    reaches: true,
    call: (ctx, { keyId }) => revokeApiKey(ctx, keyId),
  },
  {
    name: "listApiKeys",
    permission: "people.manage",
    call: async (ctx) => listApiKeys(ctx),
  },
];
