import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { formatInstant } from "@/lib/i18n/format";
import type { Locale } from "@/lib/kernel/locale";
import type { Task } from "@/lib/tasks/list";
import { snoozeChoices } from "@/lib/tasks/snooze-choices";

/** Whose a task is, and until when it may be put aside. Its buttons send the form that the work lists stand in. */
export function TaskMenu({
  task,
  name,
  me,
  now,
  limit,
  locale,
}: {
  task: Pick<Task, "id" | "ownerId" | "ownerName" | "dueAt" | "snoozedUntil">;
  name: string;
  me: string;
  now: Date;
  limit: Date | null;
  locale: Locale;
}) {
  const t = useTranslations("today.row");
  const overdue = task.dueAt !== null && task.dueAt <= now;
  const choices = overdue ? [] : snoozeChoices(now, limit);
  const aside = task.snoozedUntil !== null && task.snoozedUntil > now;
  const button = (field: string, value: string, words: string) => (
    <li key={`${field} ${value}`}>
      <Button type="submit" look="word" name={field} value={value}>
        {words}
      </Button>
    </li>
  );
  const owned = () => {
    if (task.ownerId === me) return button("give", task.id, t("give"));
    if (task.ownerName === null) return button("take", task.id, t("take"));
    return button("take", `${task.id} ${task.ownerId}`, t("takeOver", { owner: task.ownerName }));
  };
  return (
    <details className="chip-menu work-menu" data-menu>
      <summary aria-label={t("more", { name })}>⋯</summary>
      <div className="menu menu-end menu-column">
        <ul>{owned()}</ul>
        {aside ? (
          <ul>{button("snooze", `${task.id} wake`, t("wake"))}</ul>
        ) : (
          <div>
            <p aria-hidden="true">{choices.length > 0 ? t("snooze") : t("noSnooze")}</p>
            <ul aria-label={t("snooze")}>
              {choices.map((choice) =>
                button(
                  "snooze",
                  `${task.id} ${choice.name}`,
                  t(`until.${choice.name}`, {
                    when: formatInstant(choice.until, locale, "Europe/Copenhagen", { city: false }),
                  }),
                ),
              )}
            </ul>
          </div>
        )}
      </div>
    </details>
  );
}
