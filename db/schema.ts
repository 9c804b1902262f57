import { postgresKit } from "./dialect/postgres";
import { asKit } from "./dialect/sqlite";
import { databaseUrl, engineOf } from "./engine";
import { defineTables } from "./tables/all";

/** What this process's database is; its tables are built for it. */
export const engine = engineOf(databaseUrl());

/** The tables in the dialect of this process's database. */
export const {
  users,
  sessions,
  apiKeys,
  requests,
  auditLog,
  auditHeads,
  counters,
  vaultKeys,
  creditors,
  connections,
  credentials,
  agreements,
  deadlineOverrides,
  settings,
  debtors,
  debtorAccounts,
  mandates,
  payments,
  moves,
  submissions,
  attempts,
  messages,
  refusedMessages,
  tasks,
  runs,
  runItems,
  imports,
  importParts,
  importRows,
  importShapes,
  instances,
  comparisons,
  gaps,
  obligations,
  savedViews,
  debtorTerms,
  wordPieces,
  notes,
  toldEnds,
  drafts,
  consentTexts,
  invitations,
  invitationSends,
  accountChanges,
  bulks,
  bulkRows,
} = defineTables(engine === "postgres" ? postgresKit : asKit());
