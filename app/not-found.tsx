import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("failure.missing");
  return { title: t("title") };
}

/** Also what a record of another creditor looks like: "not yours" and "not there" are the same answer. */
export default async function NotFoundPage() {
  const t = await getTranslations("failure");
  return (
    <main>
      <div className="failure">
        <h1>{t("missing.title")}</h1>
        <p>{t("missing.meaning")}</p>
        <ButtonLink href="/" look="solid">
          {t("today")}
        </ButtonLink>
      </div>
    </main>
  );
}
