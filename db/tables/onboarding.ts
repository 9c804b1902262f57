import { sql } from "drizzle-orm";
import type { Locale } from "@/lib/kernel/locale";
import type { Kit } from "../dialect/postgres";

/** `waits`: for a second person. `open`: the new mandate is on its way. `ending`: it stands, the old one is to go. */
export type AccountChangeState = "waits" | "open" | "ending" | "done" | "called_off";

/** How an invitation reached the debtor, as the person says who gave it. */
export type InvitationWay = "mail" | "letter" | "told";

/** A mandate before it is one: what is typed, what the debtor hears, who was invited, which account is left behind. */
export function onboardingTables(k: Kit) {
  /** What one person has typed so far. Once submitted or discarded only the row is left, so that a late save finds it. */
  const drafts = k.table(
    "drafts",
    {
      id: k.text().primaryKey(),
      creditorId: k.text().notNull(),
      userId: k.text().notNull(),
      agreementId: k.text(),
      debtorId: k.text(),
      debtorName: k.text().notNull(),
      /** The failed mandate it corrects, and the mandate whose account it changes. */
      fromId: k.text(),
      changeOf: k.text(),
      /** All that was typed, as JSON: a CPR and an account are in it. */
      sealed: k.text(),
      version: k.int().notNull(),
      createdAt: k.instant().notNull(),
      updatedAt: k.instant().notNull(),
      doneAt: k.instant(),
    },
    (t) => [
      k.index("drafts_own").on(t.creditorId, t.userId, t.updatedAt, t.id).where(sql`done_at is null`),
      k.index("drafts_old").on(t.updatedAt),
    ],
  );

  /** The words debtors agree to. A version is never changed: mandates point to it for as long as claims come. */
  const consentTexts = k.table(
    "consent_texts",
    {
      id: k.text().primaryKey(),
      creditorId: k.text().notNull(),
      scheme: k.text().notNull(),
      language: k.text().$type<Locale>().notNull(),
      version: k.int().notNull(),
      text: k.text().notNull(),
      createdById: k.text().notNull(),
      createdByName: k.text().notNull(),
      createdAt: k.instant().notNull(),
    },
    (t) => [k.uniqueIndex("consent_texts_version").on(t.creditorId, t.scheme, t.language, t.version)],
  );

  /** When an invited debtor is to be reminded; closed when the mandate arrives or ends. */
  const invitations = k.table(
    "invitations",
    {
      mandateId: k.text().primaryKey(),
      creditorId: k.text().notNull(),
      connectionId: k.text().notNull(),
      invitedAt: k.instant().notNull(),
      nextAt: k.instant(),
      closedAt: k.instant(),
    },
    (t) => [k.index("invitations_due").on(t.nextAt).where(sql`closed_at is null and next_at is not null`)],
  );

  const invitationSends = k.table(
    "invitation_sends",
    {
      id: k.text().primaryKey(),
      creditorId: k.text().notNull(),
      mandateId: k.text().notNull(),
      way: k.text().$type<InvitationWay>().notNull(),
      language: k.text().$type<Locale>().notNull(),
      byName: k.text().notNull(),
      at: k.instant().notNull(),
    },
    (t) => [k.index("invitation_sends_mandate").on(t.mandateId, t.at)],
  );

  /** A debtor's move to another account: the old mandate goes only once the new one stands. */
  const accountChanges = k.table(
    "account_changes",
    {
      id: k.text().primaryKey(),
      creditorId: k.text().notNull(),
      oldMandateId: k.text().notNull(),
      newMandateId: k.text(),
      state: k.text().$type<AccountChangeState>().notNull(),
      reason: k.text().notNull(),
      /** Form and consent, while a second person has not looked. */
      sealed: k.text(),
      askedById: k.text().notNull(),
      askedByName: k.text().notNull(),
      secondName: k.text(),
      createdAt: k.instant().notNull(),
      closedAt: k.instant(),
    },
    (t) => [
      k
        .uniqueIndex("account_changes_one_open")
        .on(t.oldMandateId)
        .where(sql`state in ('waits', 'open', 'ending')`),
      k.uniqueIndex("account_changes_new").on(t.newMandateId),
    ],
  );

  return { drafts, consentTexts, invitations, invitationSends, accountChanges };
}
