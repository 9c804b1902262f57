import { getTranslations } from "next-intl/server";
import type { AuditRow } from "@/lib/audit/list";

/** What was there and what is there now, as it was written down, opened in place. */
export async function ChangeText({ row: { before, after } }: { row: AuditRow }) {
  const t = await getTranslations("settings.audit");
  return (
    <details className="raw">
      <summary>{t("change")}</summary>
      <pre className="mono max-w-[420px]">{[before, after].filter(Boolean).join("\n→ ")}</pre>
    </details>
  );
}
