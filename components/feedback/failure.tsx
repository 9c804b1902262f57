"use client";

import { ProblemBox } from "@/components/feedback/problem-box";
import { useBrowserLocale } from "@/components/feedback/use-browser-locale";
import { Button, ButtonLink } from "@/components/ui/button";
import { common } from "@/lib/i18n/messages/common";
import { failure } from "@/lib/i18n/messages/failure";

/**
 * What an error boundary shows. It may stand where nothing else works, so it brings its own words.
 */
export function Failure({ error, retry, home }: { error: unknown; retry: () => void; home: string }) {
  const locale = useBrowserLocale();
  const words = failure[locale];
  const reference = digestOf(error);
  return (
    <div className="failure">
      <h1>{words.title}</h1>
      <ProblemBox
        kind="unknown"
        title={words.meaning}
        reference={reference}
        words={{
          kind: common[locale].problem.unknown,
          reference: words.reference,
          copy: common[locale].copy,
          copied: common[locale].copied,
        }}
        actions={
          <>
            <Button look="solid" onClick={retry}>
              {words.again}
            </Button>
            <ButtonLink href={home}>{words.today}</ButtonLink>
          </>
        }
      />
    </div>
  );
}

/** The server logs what went wrong under this; its message never reaches the browser. */
function digestOf(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("digest" in error)) return undefined;
  return typeof error.digest === "string" ? error.digest : undefined;
}
