"use client";

import { useSyncExternalStore } from "react";
import { chooseLocale, LOCALE_COOKIE } from "@/lib/i18n/locale-choice";
import type { Locale } from "@/lib/kernel/locale";

const never = () => () => {};

/** The person's language as this browser knows it, for the few places that have no server to ask. */
export function useBrowserLocale(): Locale {
  return useSyncExternalStore(never, readLocale, () => "en" as const);
}

function readLocale(): Locale {
  const cookie = document.cookie.split("; ").find((pair) => pair.startsWith(`${LOCALE_COOKIE}=`));
  return chooseLocale(cookie?.slice(LOCALE_COOKIE.length + 1), navigator.languages.join(","));
}
