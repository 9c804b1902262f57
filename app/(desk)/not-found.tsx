import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { routes } from "@/lib/routes";

/** A record that is not there, or not this creditor's, inside the desk's frame. */
export default async function DeskNotFound() {
  const t = await getTranslations("failure");
  return (
    <div className="failure">
      <h1>{t("missing.title")}</h1>
      <p>{t("missing.meaning")}</p>
      <ButtonLink href={routes.today()} look="solid">
        {t("today")}
      </ButtonLink>
    </div>
  );
}
