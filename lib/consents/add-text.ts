import { and, desc, eq } from "drizzle-orm";
import { consentTexts } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit/entry";
import { type Ctx, requirePermission } from "@/lib/context";
import { checkFields } from "@/lib/forms/check-fields";
import { AppError, type FieldProblem } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { locales } from "@/lib/kernel/locale";

const LONGEST = 4_000;
const words = { en: "", da: "", nl: "" };

export interface NewConsentText {
  scheme: string;
  language: string;
  text: string;
}

/**
 * Puts a new version of a consent text in force for one scheme and language. Earlier ones stay as they are: who agreed
 * to them agreed to those words. Answers its name, `da-7`.
 */
export async function addConsentText(ctx: Ctx, input: NewConsentText): Promise<string> {
  requirePermission(ctx, "consents.manage");
  const problems: Record<string, FieldProblem> = {};
  const language = locales.find((one) => one === input.language);
  const schemes = Object.values(ctx.providers).flatMap((provider) => provider.schemes);
  if (!language) problems.language = "choice";
  if (!schemes.some((one) => one.code === input.scheme)) problems.scheme = "choice";
  // Its lines are its own business; what cannot be seen is not.
  const text = input.text.normalize("NFC").replace(/\r\n?/g, "\n").trim();
  const lines = [{ name: "text", kind: "text", label: words, required: true, maxLength: LONGEST }] as const;
  Object.assign(problems, checkFields(lines, { text: text.replaceAll("\n", " ") }, "production").problems);
  if (!language || Object.keys(problems).length > 0) throw new AppError("invalid", { fields: problems });
  return inTransaction(ctx.db, async (tx) => {
    const [last] = await tx
      .select()
      .from(consentTexts)
      .where(
        and(
          eq(consentTexts.creditorId, ctx.creditorId),
          eq(consentTexts.scheme, input.scheme),
          eq(consentTexts.language, language),
        ),
      )
      .orderBy(desc(consentTexts.version))
      .limit(1);
    // Pressed twice it would be a version that says nothing new.
    if (last?.text === text) throw new AppError("invalid", { fields: { text: "text_unchanged" } });
    const version = (last?.version ?? 0) + 1;
    const now = ctx.clock.now();
    const [made] = await tx
      .insert(consentTexts)
      .values({
        id: newId("txt", now),
        creditorId: ctx.creditorId,
        scheme: input.scheme,
        language,
        version,
        text,
        createdById: ctx.actor.id,
        createdByName: ctx.actor.name,
        createdAt: now,
      })
      .onConflictDoNothing()
      .returning();
    if (!made) throw new AppError("changed_meanwhile");
    audit(tx, ctx, {
      action: "consent_text.added",
      noun: "consent_text",
      subjectId: made.id,
      after: { scheme: input.scheme, version: `${language}-${version}`, text },
    });
    return `${language}-${version}`;
  });
}
