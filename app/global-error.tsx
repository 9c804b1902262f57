"use client";

import { fontVariables } from "@/app/fonts";
import { Failure } from "@/components/feedback/failure";
import { useBrowserLocale } from "@/components/feedback/use-browser-locale";
import "@/app/globals.css";

/** In the place of the root layout, when that itself failed: language and look follow the browser. */
export default function GlobalErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang={useBrowserLocale()} className={fontVariables}>
      <title>Debitdesk</title>
      <body>
        <main>
          <Failure error={error} retry={retry} home="/" />
        </main>
      </body>
    </html>
  );
}
