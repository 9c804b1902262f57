import type { EndCause, TellChannel } from "@/lib/mandates/told-end";
import type { Kit } from "../dialect/postgres";
import type { ActorKind } from "./proof";

/** What colleagues tell each other about a record; never shown to a debtor or a provider. */
export function noteTables(k: Kit) {
  const notes = k.table(
    "notes",
    {
      id: k.text().primaryKey(),
      creditorId: k.text().notNull(),
      noun: k.text().$type<"debtor" | "mandate" | "payment">().notNull(),
      subjectId: k.text().notNull(),
      /** As it was typed: text, never markup. */
      body: k.text().notNull(),
      authorKind: k.text().$type<ActorKind>().notNull(),
      authorId: k.text().notNull(),
      authorName: k.text().notNull(),
      at: k.instant().notNull(),
    },
    (t) => [k.index("notes_subject").on(t.subjectId, t.at, t.id)],
  );

  /** An end that we were told of outside the provider's API: what was said, by whom, and since when it holds. */
  const toldEnds = k.table("told_ends", {
    mandateId: k.text().primaryKey(),
    creditorId: k.text().notNull(),
    cause: k.text().$type<EndCause>().notNull(),
    channel: k.text().$type<TellChannel>().notNull(),
    toldBy: k.text().notNull(),
    effectiveOn: k.day().notNull(),
    /** Where the proof is kept, or what was said. */
    note: k.text().notNull(),
    recordedByName: k.text().notNull(),
    at: k.instant().notNull(),
  });

  return { notes, toldEnds };
}
