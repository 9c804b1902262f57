import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Mark } from "@/components/ui/mark";

export type ActionRow =
  /** `verb`: a Button or ButtonLink with look `solid` (one) or `word`, or a ConfirmDialog with look `word`. */
  | { key: string; verb: ReactNode; consequence: ReactNode }
  /** What cannot be done stays, with the reason; `remedy` is a link to what would make it possible. */
  | { key: string; label: string; off: string; remedy?: ReactNode };

/** "What can be done now": the verb left, its consequence right. On the server. */
export function ActionsTable({ rows }: { rows: readonly ActionRow[] }) {
  const t = useTranslations("common");
  if (rows.length === 0) return null;
  return (
    <section className="record-part">
      <h2 id="what-now">{t("whatNow")}</h2>
      <ActionRows rows={rows} label={t("whatNow")} />
    </section>
  );
}

/** The same rows under another heading; `label` names the table. On the server. */
export function ActionRows({ rows, label }: { rows: readonly ActionRow[]; label: string }) {
  const t = useTranslations("common");
  return (
    <table className="actions" aria-label={label}>
      <tbody>
        {rows.map((row) =>
          "off" in row ? (
            <tr key={row.key} className="action-off">
              <th scope="row">
                <span className="action-label">
                  <Mark name="ended" />
                  {row.label}
                </span>
              </th>
              <td>
                {t("notPossible")}: {row.off} {row.remedy}
              </td>
            </tr>
          ) : (
            <tr key={row.key}>
              <th scope="row">{row.verb}</th>
              <td>{row.consequence}</td>
            </tr>
          ),
        )}
      </tbody>
    </table>
  );
}
