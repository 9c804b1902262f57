import { getTranslations } from "next-intl/server";
import { signOut } from "@/app/(auth)/sign-out";
import { savePreferences } from "@/app/preferences/actions";
import { readPreferences } from "@/app/preferences/preferences";
import { PreferenceSwitches } from "@/components/preferences/preference-switches";
import type { Person } from "@/lib/access/session";
import { formatInstant } from "@/lib/i18n/format";
import type { Locale } from "@/lib/kernel/locale";

/** Who is signed in, for whom, and what the scheme's clock says. */
export async function SideFoot({ person, now, locale }: { person: Person; now: Date; locale: Locale }) {
  const [t, nav, roles, preferences] = await Promise.all([
    getTranslations("signIn"),
    getTranslations("nav.preferences"),
    getTranslations("roles"),
    readPreferences(),
  ]);
  return (
    <>
      <b>{person.name}</b>
      <p>
        {roles(person.role)}, {person.creditorName}
      </p>
      <p>{formatInstant(now, locale, "Europe/Copenhagen")}</p>
      <details>
        <summary>{nav("title")}</summary>
        <PreferenceSwitches action={savePreferences} theme={preferences.theme} keys={preferences.keys} />
      </details>
      <form action={signOut}>
        <button type="submit" className="word-button">
          {t("signOut")}
        </button>
      </form>
    </>
  );
}
