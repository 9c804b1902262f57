import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

const kinds = ["cutoff", "processed", "collected", "closed", "today"] as const;

/** What the five signs of the calendars mean; `children` stand at the right. On the server. */
export function CalendarLegend({ children }: { children?: ReactNode }) {
  const t = useTranslations("calendar");
  return (
    <div className="legend">
      <ul aria-label={t("legend")}>
        {kinds.map((kind) => (
          <li key={kind}>
            <i className={`legend-${kind}`} aria-hidden="true" />
            {t(kind)}
          </li>
        ))}
      </ul>
      {children ? <div className="legend-end">{children}</div> : null}
    </div>
  );
}
