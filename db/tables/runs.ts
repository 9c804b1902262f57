import type { Currency } from "@/lib/kernel/money";
import type { Check, ItemReason, ItemState, RunState, StopReason } from "@/lib/runs/states";
import type { Kit } from "../dialect/postgres";
import type { ActorKind } from "./proof";

/** A row as it was given: text, nothing repaired. */
export interface GivenRow {
  customer: string;
  amount: string;
  text: string;
  reference: string;
  due: string;
}

/** A month's payments brought in together, and every one of them. */
export function runTables(k: Kit) {
  const runs = k.table(
    "runs",
    {
      id: k.text().primaryKey(),
      creditorId: k.text().notNull(),
      name: k.text().notNull(),
      state: k.text().$type<RunState>().notNull(),
      /** Rises with every change of what would be sent and with every step: two steps at once collide here. */
      version: k.int().notNull(),
      /** Test and live never mix in one run. */
      test: k.bool().notNull(),
      /** Only mandates of this agreement; null for whichever the customer has. */
      agreementId: k.text(),
      origin: k.text().$type<"desk" | "api">().notNull(),
      /** SHA-256 of the file as it came, to know it again. */
      fileHash: k.text().notNull(),
      /** SHA-256 of exactly what will be sent, while the run is frozen or later. */
      contentHash: k.text(),
      preparedKind: k.text().$type<ActorKind>().notNull(),
      preparedById: k.text().notNull(),
      preparedByName: k.text().notNull(),
      /** Everyone whose work it is: none of them may approve it. */
      workOf: k.json<string[]>().notNull(),
      approvedById: k.text(),
      approvedByName: k.text(),
      /** The content that the approval is for. */
      approvedHash: k.text(),
      sentByName: k.text(),
      stoppedByName: k.text(),
      stopReason: k.text().$type<StopReason>(),
      checks: k.json<Check[]>().notNull(),
      checkedAt: k.instant(),
      frozenAt: k.instant(),
      approvedAt: k.instant(),
      sentAt: k.instant(),
      stoppedAt: k.instant(),
      doneAt: k.instant(),
      createdAt: k.instant().notNull(),
      updatedAt: k.instant().notNull(),
    },
    (t) => [
      k.index("runs_newest").on(t.creditorId, t.createdAt, t.id),
      k.index("runs_state").on(t.state),
      k.index("runs_file").on(t.creditorId, t.fileHash),
    ],
  );

  const runItems = k.table(
    "run_items",
    {
      id: k.text().primaryKey(),
      creditorId: k.text().notNull(),
      runId: k.text().notNull(),
      /** The row's number in the file, from 1. */
      n: k.int().notNull(),
      given: k.json<GivenRow>().notNull(),
      state: k.text().$type<ItemState>().notNull(),
      /** Why it is left out or noteworthy; null for nothing. */
      reason: k.text().$type<ItemReason>(),
      reasonParams: k.json<Record<string, string | number>>().notNull(),
      /** A person's word that goes before the verdict: out, or in despite a duplicate and for no other reason; null for none. */
      choice: k.text().$type<"in" | "out">(),
      mandateId: k.text(),
      connectionId: k.text(),
      debtorName: k.text().notNull(),
      amountMinor: k.big().notNull(),
      currency: k.text().$type<Currency>(),
      text: k.text().notNull(),
      /** Ours to find it by; empty when the row has none that can be used. */
      reference: k.text().notNull(),
      wanted: k.day(),
      planned: k.day(),
      window: k.text().notNull(),
      /** The last good instant; a far one for rows that are left out, so that the order has no gaps. */
      cutoffAt: k.instant().notNull(),
      slips: k.bool().notNull(),
      atRisk: k.bool().notNull(),
      paymentId: k.text(),
      /** Failures on our own side when its turn came; after five it is given up. */
      faults: k.int().notNull(),
      /** Has no turn before then; null for none that it waits for. */
      nextAt: k.instant(),
    },
    (t) => [
      k.uniqueIndex("run_items_n").on(t.runId, t.n),
      k.index("run_items_state").on(t.runId, t.state, t.cutoffAt, t.amountMinor),
      k.index("run_items_reference").on(t.creditorId, t.reference),
      k.uniqueIndex("run_items_payment").on(t.paymentId),
      /** A customer's rows, without reading whole runs for them. */
      k.index("run_items_mandate").on(t.mandateId),
    ],
  );

  return { runs, runItems };
}
