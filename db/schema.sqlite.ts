import { asKit } from "./dialect/sqlite";
import { defineTables } from "./tables/all";

/** What drizzle-kit reads to write the SQLite migrations. */
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
  instances,
  comparisons,
  gaps,
  obligations,
} = defineTables(asKit());
