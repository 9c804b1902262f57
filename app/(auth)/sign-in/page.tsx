import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import "@/app/(auth)/sign-in/sign-in.css";
import { SignInForm } from "@/app/(auth)/sign-in/sign-in-form";
import type { SearchParams } from "@/app/(desk)/_shared/search-params";
import { savePreferences } from "@/app/preferences/actions";
import { readPreferences } from "@/app/preferences/preferences";
import { signedIn } from "@/app/session";
import { PreferenceSwitches } from "@/components/preferences/preference-switches";
import { asRoute } from "@/components/ui/as-route";
import { ownPath } from "@/lib/access/own-path";
import { env } from "@/lib/env";
import { routes } from "@/lib/routes";

export async function generateMetadata() {
  const t = await getTranslations("signIn");
  return { title: t("submit") };
}

interface Props {
  searchParams: Promise<SearchParams>;
}

export default async function SignInPage({ searchParams }: Props) {
  const { to: asked } = await searchParams;
  const to = asRoute(ownPath(typeof asked === "string" ? asked : null) ?? routes.today());
  if (await signedIn()) redirect(to);
  const [t, preferences] = await Promise.all([getTranslations("signIn"), readPreferences()]);
  const words = {
    email: t("email"),
    password: t("password"),
    submit: t("submit"),
    wrong: t("wrong"),
    unreachable: t("unreachable"),
  };
  return (
    <main className="sign-in-page">
      <h1>{t("title")}</h1>
      {env().DEMO ? <p>{t("demo")}</p> : null}
      <SignInForm words={words} to={to} />
      <PreferenceSwitches action={savePreferences} theme={preferences.theme} keys={preferences.keys} />
    </main>
  );
}
