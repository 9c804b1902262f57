import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CopyButton } from "@/components/ui/copy-button";

export interface RawMessageProps {
  /** Scrubbed, and laid out when it is JSON. */
  body: string;
  /** Our id of the stored message. */
  id: string;
  /** Status and duration, the rule that read it, what is known of its signature. */
  facts: readonly string[];
  headers?: string;
  open?: boolean;
}

/** Beyond this a body is shown as it is: nobody reads the keys of a list of thousands. */
const MARKED_CHARACTERS = 20_000;

/** The evidence itself, opened in place. On the server. */
export function RawMessage({ body, id, facts, headers, open }: RawMessageProps) {
  const t = useTranslations("common");
  return (
    <details className="raw" open={open}>
      <summary>
        <span className="raw-open">{t("rawMessage")}</span>
        <span className="raw-close">{t("closeMessage")}</span>
      </summary>
      <pre className="mono">{markKeys(body)}</pre>
      {headers ? (
        <details className="raw">
          <summary>{t("headers")}</summary>
          <pre className="mono">{headers}</pre>
        </details>
      ) : null}
      <p className="raw-facts">
        {[id, ...facts].join(" · ")} <CopyButton text={body} label={t("copy")} done={t("copied")} />
      </p>
    </details>
  );
}

/** JSON keys in the accent, so that the eye finds the one it looks for. */
function markKeys(body: string): ReactNode {
  if (body.length > MARKED_CHARACTERS) return body;
  let at = 0;
  return body.split(/("(?:[^"\\]|\\.)*"(?=\s*:))/).map((part, index) => {
    at += part.length;
    return index % 2 === 1 ? <i key={at}>{part}</i> : part;
  });
}
