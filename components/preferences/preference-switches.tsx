import { useLocale, useTranslations } from "next-intl";
import { type Locale, locales } from "@/lib/kernel/locale";

const ownNames = { en: "English", da: "Dansk", nl: "Nederlands" } as const satisfies Record<Locale, string>;

export interface PreferenceSwitchesProps {
  /** `savePreferences` of app/preferences/actions.ts. */
  action: (form: FormData) => Promise<void>;
  theme: "light" | "dark" | null;
  keys: boolean;
}

/** Language, look and single-letter keys. Each choice is a button of one form, so it needs no script. On the server. */
export function PreferenceSwitches({ action, theme, keys }: PreferenceSwitchesProps) {
  const t = useTranslations("nav.preferences");
  const locale = useLocale();
  const rows = [
    {
      name: "locale",
      label: t("language"),
      chosen: locale,
      options: locales.map((value) => ({ value, label: ownNames[value], lang: value })),
    },
    {
      name: "theme",
      label: t("theme"),
      chosen: theme ?? "system",
      options: [
        { value: "system", label: t("system") },
        { value: "light", label: t("light") },
        { value: "dark", label: t("dark") },
      ],
    },
    {
      name: "keys",
      label: t("keys"),
      chosen: keys ? "on" : "off",
      options: [
        { value: "on", label: t("on") },
        { value: "off", label: t("off") },
      ],
    },
  ];
  return (
    <form action={action} className="switches" aria-label={t("title")}>
      {rows.map((row) => (
        <fieldset key={row.name}>
          <legend>{row.label}</legend>
          <div className="choice">
            {row.options.map((option) => (
              <button
                key={option.value}
                type="submit"
                name={row.name}
                value={option.value}
                aria-pressed={option.value === row.chosen}
                {...("lang" in option ? { lang: option.lang } : {})}
              >
                {option.label}
              </button>
            ))}
          </div>
        </fieldset>
      ))}
    </form>
  );
}
