import { type Locale, locales } from "@/lib/kernel/locale";

/** The cookie that keeps a person's language. */
export const LOCALE_COOKIE = "locale";

const DEFAULT_LOCALE: Locale = "en";

export function isLocale(value: string | null | undefined): value is Locale {
  return locales.some((locale) => locale === value);
}

/**
 * The language to speak: the cookie's, else the best of an `Accept-Language` header (RFC 9110, section 12.5.4), else
 * English. Regions are ignored: `da-DK` is Danish.
 */
export function chooseLocale(cookie: string | undefined, acceptLanguage: string | null | undefined): Locale {
  if (isLocale(cookie)) return cookie;
  const wanted = (acceptLanguage ?? "")
    .split(",")
    .map(readRange)
    .filter((range) => range.quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { language } of wanted) {
    if (isLocale(language)) return language;
  }
  return DEFAULT_LOCALE;
}

function readRange(range: string): { language: string; quality: number } {
  const [tag = "", ...parameters] = range.trim().toLowerCase().split(";");
  const q = parameters.map((p) => p.trim()).find((p) => p.startsWith("q="));
  const quality = q === undefined ? 1 : Number(q.slice(2));
  return { language: tag.trim().split("-")[0] ?? "", quality: Number.isFinite(quality) ? quality : 0 };
}
