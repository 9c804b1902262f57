import type {
  agreements,
  attempts,
  auditHeads,
  auditLog,
  connections,
  counters,
  mandates,
  messages,
  moves,
  payments,
  submissions,
  tasks,
} from "@/db/schema";

/** Everything of a desk's books that an invariant is about, row by row as it is stored. */
export interface DeskRows {
  connections: (typeof connections.$inferSelect)[];
  agreements: (typeof agreements.$inferSelect)[];
  mandates: (typeof mandates.$inferSelect)[];
  payments: (typeof payments.$inferSelect)[];
  moves: (typeof moves.$inferSelect)[];
  submissions: (typeof submissions.$inferSelect)[];
  attempts: (typeof attempts.$inferSelect)[];
  messages: (typeof messages.$inferSelect)[];
  tasks: (typeof tasks.$inferSelect)[];
  counters: (typeof counters.$inferSelect)[];
  auditLog: (typeof auditLog.$inferSelect)[];
  auditHeads: (typeof auditHeads.$inferSelect)[];
}

/** A request that was meant to change something at a provider, as the provider's own journal has it. */
export interface ProviderWrite {
  provider: string;
  at: Date;
  method: string;
  path: string;
  body: string;
  /** The key under which the provider would recognise a repeat; null where it has none. */
  key: string | null;
}

/** Something that a provider's journal says it made or ended. */
export interface ProviderEffect {
  provider: string;
  at: Date;
  kind: "debit.created" | "debit.cancelled" | "mandate.created" | "mandate.ended";
  /** The provider's own name for it. */
  id: string;
  /** What of ours the request carried: a payment's reference, a mandate's id or key; null for an end. */
  ours: string | null;
  amountMinor: number | null;
  currency: string | null;
}

/** What the providers themselves say happened: the other half of the evidence. */
export interface ProviderRows {
  writes: ProviderWrite[];
  effects: ProviderEffect[];
}

export type Invariant = "I1" | "I2" | "I3" | "I4" | "I5" | "I6" | "I7" | "I8" | "I9" | "I10" | "I11" | "I12";

export interface Violation {
  invariant: Invariant;
  /** The row it is about. */
  subject: string;
  what: string;
}

/** Groups rows by a name. */
export function groupBy<T>(rows: readonly T[], nameOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const name = nameOf(row);
    const group = groups.get(name);
    if (group) group.push(row);
    else groups.set(name, [row]);
  }
  return groups;
}
