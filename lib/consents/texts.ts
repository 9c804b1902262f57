import { and, asc, desc, eq } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { consentTexts, creditors } from "@/db/schema";
import type { Consent } from "@/db/tables/nouns";
import { type Ctx, requirePermission } from "@/lib/context";
import { type Locale, locales } from "@/lib/kernel/locale";
import type { ProviderModule } from "@/lib/providers/contract";
import { houseText } from "./house";

export type ConsentText = typeof consentTexts.$inferSelect;

/** A text that a debtor can have agreed to. */
export interface TextChoice {
  /** Of a stored version; `house:da` for the one everybody begins with. */
  id: string;
  /** `da-7`. */
  name: string;
  language: Locale;
  text: string;
  /** The newest of its language. */
  current: boolean;
  /** When and by whom it was put in force; null for the house's own. */
  since: { at: Date; by: string } | null;
}

/** All versions of all schemes, the newest first. */
export async function listConsentTexts(ctx: Ctx): Promise<ConsentText[]> {
  requirePermission(ctx, "read");
  return ctx.db.read
    .select()
    .from(consentTexts)
    .where(eq(consentTexts.creditorId, ctx.creditorId))
    .orderBy(asc(consentTexts.scheme), asc(consentTexts.language), desc(consentTexts.version))
    .limit(500);
}

type Scheme = Pick<ProviderModule["schemes"][number], "code" | "label">;

/** What can have been read or signed under a scheme: per language the newest first, the house's own where there is none. */
export async function textChoices(ctx: Ctx, scheme: Scheme): Promise<TextChoice[]> {
  requirePermission(ctx, "read");
  return choicesOf(ctx.db.read, ctx.creditorId, scheme);
}

async function choicesOf(db: Reader, creditorId: string, scheme: Scheme): Promise<TextChoice[]> {
  const [creditor] = await db.select().from(creditors).where(eq(creditors.id, creditorId));
  const stored = await db
    .select()
    .from(consentTexts)
    .where(and(eq(consentTexts.creditorId, creditorId), eq(consentTexts.scheme, scheme.code)))
    .orderBy(desc(consentTexts.version))
    .limit(200);
  return locales.flatMap((language): TextChoice[] => {
    const own = stored.filter((one) => one.language === language);
    if (own.length === 0)
      return [
        {
          id: `house:${language}`,
          name: `${language}-0`,
          language,
          text: houseText(language, creditor?.name ?? "", scheme.label[language]),
          current: true,
          since: null,
        },
      ];
    return own.map((one, index) => ({
      id: one.id,
      name: `${language}-${one.version}`,
      language,
      text: one.text,
      current: index === 0,
      since: { at: one.createdAt, by: one.createdByName },
    }));
  });
}

/**
 * A consent with the words of the version it names, so that it can be read for as long as claims come. Null when there
 * is no such version; one that names none stays as it was given.
 */
export async function withWords(
  db: Reader,
  creditorId: string,
  scheme: Scheme,
  consent: Consent,
): Promise<Consent | null> {
  if (consent.textId === undefined) return consent;
  const choices = await choicesOf(db, creditorId, scheme);
  const chosen = choices.find((one) => one.id === consent.textId);
  if (!chosen) return null;
  const { textId, ...rest } = consent;
  const kept = { ...rest, wording: chosen.name, words: chosen.text };
  return chosen.since ? { ...kept, textId } : kept;
}
