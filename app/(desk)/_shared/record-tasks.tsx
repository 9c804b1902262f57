import { getTranslations } from "next-intl/server";
import { RecordSection } from "@/app/(desk)/_shared/record-section";
import { hrefOf, todoOf, workMarks } from "@/app/(desk)/_today/task-words";
import { Anchor } from "@/components/ui/anchor";
import { StateWord } from "@/components/ui/state-word";
import type { Ctx } from "@/lib/context";
import { formatAge } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/writer";
import { kindOf } from "@/lib/tasks/groups";
import type { Task } from "@/lib/tasks/list";
import { type TaskSubject, taskSubjects } from "@/lib/tasks/subjects";

/** What somebody has to look at: each task's word, what to do, on whose list, how old. Nothing when there is none. */
export async function RecordTasks({
  ctx,
  tasks,
  reader,
  here,
}: {
  ctx: Ctx;
  tasks: readonly Task[];
  reader: Reader;
  /** The record these stand on: a task about it needs no link. */
  here: string;
}) {
  if (tasks.length === 0) return null;
  const [t, subjects] = await Promise.all([getTranslations("record"), taskSubjects(ctx, tasks)]);
  return (
    <RecordSection title={t("tasks")}>
      <ul className="choices tasks">
        {tasks.map((task) => (
          <TaskRow
            key={task.id}
            ctx={ctx}
            task={task}
            reader={reader}
            subject={subjects.get(task.subjectId)}
            linked={task.subjectId !== here}
          />
        ))}
      </ul>
    </RecordSection>
  );
}

async function TaskRow({
  ctx,
  task,
  reader,
  subject,
  linked,
}: {
  ctx: Ctx;
  task: Task;
  reader: Reader;
  subject: TaskSubject | undefined;
  linked: boolean;
}) {
  const t = await getTranslations("today");
  const kind = kindOf(task);
  if (!kind) return null;
  const { locale, now } = reader;
  const todo = await todoOf(task, kind, { ctx, locale, subject });
  const href = linked ? hrefOf(task) : null;
  return (
    <li>
      <span className="task-says">
        <StateWord mark={workMarks[kind]}>{t(`words.${kind}`)}</StateWord>{" "}
        <span>{href ? <Anchor href={href}>{todo}</Anchor> : todo}</span>
      </span>
      <span className="text-ink-3">
        {t(`roles.${task.role}`)}, {formatAge(task.createdAt, now, locale)}
      </span>
    </li>
  );
}
