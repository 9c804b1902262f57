import { cookies } from "next/headers";

export const themes = ["light", "dark"] as const;
type Theme = (typeof themes)[number];

export const THEME_COOKIE = "theme";
export const KEYS_COOKIE = "keys";

export interface Preferences {
  /** null: as the device says. */
  theme: Theme | null;
  /** Single-letter keys can be switched off: with some input devices they go off by accident. */
  keys: boolean;
}

/** What this browser's owner chose; the language is next-intl's matter. */
export async function readPreferences(): Promise<Preferences> {
  const store = await cookies();
  const theme = store.get(THEME_COOKIE)?.value;
  return {
    theme: themes.find((known) => known === theme) ?? null,
    keys: store.get(KEYS_COOKIE)?.value !== "off",
  };
}
