export const locales = ["en", "da", "nl"] as const;
export type Locale = (typeof locales)[number];

/** One sentence or label in every language the desk speaks. */
export type LocalText = Readonly<Record<Locale, string>>;
