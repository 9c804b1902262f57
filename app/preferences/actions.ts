"use server";

import { cookies } from "next/headers";
import { KEYS_COOKIE, THEME_COOKIE, themes } from "@/app/preferences/preferences";
import { isLocale, LOCALE_COOKIE } from "@/lib/i18n/locale-choice";

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/**
 * Keeps language, look and single-letter keys in cookies. The form posts to the page it stands on, so the answer is
 * that page again. Anything but the known values is ignored. No right is needed: it touches only the asker's browser.
 */
export async function savePreferences(form: FormData): Promise<void> {
  const store = await cookies();
  const keep = { path: "/", maxAge: YEAR_SECONDS, sameSite: "lax" } as const;
  const locale = text(form, "locale");
  const theme = text(form, "theme");
  const keys = text(form, "keys");
  if (isLocale(locale)) store.set(LOCALE_COOKIE, locale, keep);
  if (theme === "system") store.delete(THEME_COOKIE);
  else if (themes.some((known) => known === theme)) store.set(THEME_COOKIE, theme, keep);
  if (keys === "on" || keys === "off") store.set(KEYS_COOKIE, keys, keep);
}

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
