import { getTranslations } from "next-intl/server";
import type { FieldWords } from "@/components/form/field-control";

/** The words of a drawn form's controls. */
export async function fieldWords(): Promise<FieldWords> {
  const t = await getTranslations("form");
  return { optional: t("optional"), choose: t("choose"), yes: t("yes"), kept: t("kept") };
}
