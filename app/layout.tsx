import type { Metadata, Viewport } from "next";
import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { fontVariables } from "@/app/fonts";
import { readPreferences } from "@/app/preferences/preferences";
import "@/app/globals.css";

export const metadata: Metadata = {
  title: { default: "Debitdesk", template: "%s · Debitdesk" },
  // Records of people and their accounts are nobody else's business.
  robots: { index: false, follow: false },
};

export const viewport: Viewport = { width: "device-width", initialScale: 1 };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, { theme }] = await Promise.all([getLocale(), readPreferences()]);
  return (
    <html lang={locale} className={fontVariables} {...(theme ? { "data-theme": theme } : {})}>
      <body>{children}</body>
    </html>
  );
}
