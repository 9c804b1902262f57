import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { routes } from "@/lib/routes";

/** The way from the mandates to bringing many in. Everyone may look at what was brought in. */
export function ImportLink() {
  const t = useTranslations("imports");
  return <ButtonLink href={routes.imports()}>{t("open")}</ButtonLink>;
}
