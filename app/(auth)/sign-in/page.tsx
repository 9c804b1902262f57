import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import "@/app/(auth)/sign-in/sign-in.css";
import { SignInForm } from "@/app/(auth)/sign-in/sign-in-form";
import { savePreferences } from "@/app/preferences/actions";
import { readPreferences } from "@/app/preferences/preferences";
import { signedIn } from "@/app/session";
import { PreferenceSwitches } from "@/components/preferences/preference-switches";
import { env } from "@/lib/env";
import { routes } from "@/lib/routes";

export async function generateMetadata() {
  const t = await getTranslations("signIn");
  return { title: t("submit") };
}

export default async function SignInPage() {
  if (await signedIn()) redirect(routes.today());
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
      <SignInForm words={words} to={routes.today()} />
      <PreferenceSwitches action={savePreferences} theme={preferences.theme} keys={preferences.keys} />
    </main>
  );
}
