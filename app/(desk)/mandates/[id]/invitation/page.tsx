import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { orNotFound } from "@/app/(desk)/_shared/or-not-found";
import { oneParam, type SearchParams } from "@/app/(desk)/_shared/search-params";
import { PrintButton } from "@/app/(desk)/mandates/[id]/invitation/print-button";
import { letterLanguage, letterOf } from "@/app/(desk)/mandates/[id]/invitation-facts";
import { loadMandate } from "@/app/(desk)/mandates/[id]/load";
import { requireSignedIn } from "@/app/session";
import { ButtonLink } from "@/components/ui/button";
import { routes } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("invitation");
  return { title: t("title") };
}

/** The invitation as a letter on paper; on paper nothing of the desk stands around it. */
export default async function InvitationPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParams>;
}) {
  const [{ ctx, person }, { id }, search, t] = await Promise.all([
    requireSignedIn(),
    params,
    searchParams,
    getTranslations("invitation"),
  ]);
  const view = await orNotFound(loadMandate(ctx, id));
  const language = letterLanguage(view, oneParam(search, "letter"));
  const letter = letterOf(view, language, person.creditorName);
  return (
    <>
      <div className="letter-bar">
        <PrintButton>{t("printNow")}</PrintButton>
        <ButtonLink href={routes.mandate(id)}>{t("back")}</ButtonLink>
      </div>
      <article className="letter" lang={language}>
        <h1>{letter.subject}</h1>
        {letter.lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <dl className="typed-numbers">
          {letter.numbers.map((one) => (
            <div key={one.label}>
              <dt>{one.label}</dt>
              <dd>{one.value}</dd>
            </div>
          ))}
        </dl>
        {letter.closing.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </article>
    </>
  );
}
