import { getTranslations } from "next-intl/server";
import { savePreferences } from "@/app/preferences/actions";
import { readPreferences } from "@/app/preferences/preferences";
import { Section } from "@/components/layout/section";
import { PreferenceSwitches } from "@/components/preferences/preference-switches";

/** Language, look and keys of this browser. */
export async function Looks() {
  const [t, { theme, keys }] = await Promise.all([getTranslations("settings.looks"), readPreferences()]);
  return (
    <Section title={t("title")} note={t("note")}>
      <div className="py-3">
        <PreferenceSwitches action={savePreferences} theme={theme} keys={keys} />
      </div>
    </Section>
  );
}
