import { getTranslations } from "next-intl/server";
import { TaskMenu } from "@/app/(desk)/_today/task-menu";
import { hrefOf, todoOf, workMarks } from "@/app/(desk)/_today/task-words";
import { TableKeys } from "@/components/data-table/table-keys";
import { Anchor } from "@/components/ui/anchor";
import { Button } from "@/components/ui/button";
import { StateWord } from "@/components/ui/state-word";
import { TestFlag } from "@/components/ui/test-flag";
import type { Ctx } from "@/lib/context";
import { formatAge, formatInstant, formatMoney } from "@/lib/i18n/format";
import type { Locale } from "@/lib/kernel/locale";
import { currencies, type Money } from "@/lib/kernel/money";
import type { SchemeCutoff } from "@/lib/overview/cutoffs";
import type { UnknownSoFar } from "@/lib/submissions/unknown-of";
import { isOwn } from "@/lib/tasks/close";
import { dueWord, kindOf, mayCloseByHand } from "@/lib/tasks/groups";
import type { Task } from "@/lib/tasks/list";
import { snoozeLimit } from "@/lib/tasks/snooze";
import { connectionOf, type TaskSubject } from "@/lib/tasks/subjects";

interface Props {
  ctx: Ctx;
  locale: Locale;
  subjects: ReadonlyMap<string, TaskSubject>;
  unknowns: ReadonlyMap<string, UnknownSoFar>;
  /** Shows on whose list each stands. */
  everybody: boolean;
  /** What a task that is put aside must be back before. */
  cutoffs: readonly SchemeCutoff[];
}

/** One work list: what it is, whose, what to do, how old, how much. */
export function WorkTable({ tasks, label, ...rest }: Props & { tasks: readonly Task[]; label: string }) {
  const money = tasks.some((task) => moneyOf(task, rest.subjects.get(task.subjectId)) !== null);
  return (
    <div>
      <table className="ledger work" data-rows aria-label={label}>
        <tbody>
          {tasks.map((task) => (
            <WorkRow key={task.id} task={task} money={money} {...rest} />
          ))}
        </tbody>
      </table>
      <TableKeys />
    </div>
  );
}

async function WorkRow({
  task,
  ctx,
  locale,
  subjects,
  unknowns,
  everybody,
  cutoffs,
  money,
}: Props & {
  task: Task;
  /** Some task of the list has an amount. */
  money: boolean;
}) {
  const t = await getTranslations("today");
  const kind = kindOf(task);
  if (!kind) return null;
  const id = task.noun === "connection" ? connectionOf(task) : task.subjectId;
  const subject = subjects.get(id);
  const name = subject?.name || (task.noun === "message" ? t("someMessage") : t("nobody"));
  const unknown = unknowns.get(task.subjectId);
  const todo = await todoOf(task, kind, { ctx, locale, subject, unknown });
  const now = ctx.clock.now();
  const sum = moneyOf(task, subject);
  const amount = sum && formatMoney(sum, locale);
  const href = hrefOf(task);
  const word = <StateWord mark={workMarks[kind]}>{t(`words.${kind}`)}</StateWord>;
  const when = (at: Date) => formatInstant(at, locale, "Europe/Copenhagen", { city: false });
  const due = task.dueAt && t(dueWord(kind, task.dueAt, now), { when: when(task.dueAt) });
  const aside = task.snoozedUntil && task.snoozedUntil > now ? task.snoozedUntil : null;
  const limit = snoozeLimit(now, task, subject?.cutoffAt ?? null, cutoffs);
  const says = (
    <>
      {everybody ? <span className="work-role">{t(`roles.${task.role}`)}: </span> : null}
      {todo} {due ? <span className="tone-warn">{due}</span> : null}{" "}
      {task.ownerName ? <span className="work-role">{t("row.owner", { owner: task.ownerName })}</span> : null}{" "}
      {aside ? <span className="work-role">{t("row.aside", { when: when(aside) })}</span> : null}
    </>
  );
  return (
    <tr>
      <td className="work-kind">{word}</td>
      <th scope="row" className="work-who">
        <span className="work-kind-small">{word}</span>
        {href ? (
          <Anchor href={href} className="row-link">
            {name} <span className="work-number">{subject?.number}</span>
          </Anchor>
        ) : (
          name
        )}{" "}
        {subject?.test ? <TestFlag /> : null}
        <span className="work-todo-small">{says}</span>
      </th>
      <td className="work-todo">{says}</td>
      <td className="cell-right cell-muted work-age">{formatAge(task.createdAt, now, locale)}</td>
      {money ? (
        <>
          <td className="cell-currency">{amount?.currency}</td>
          <td className="cell-amount">{amount?.amount}</td>
        </>
      ) : null}
      <td className="work-done">
        {isOwn(ctx, task) ? (
          <TaskMenu task={task} name={name} now={now} me={ctx.actor.id} {...{ locale, limit }} />
        ) : null}
        {mayCloseByHand(kind) && isOwn(ctx, task) ? (
          <Button type="submit" look="word" name="task" value={task.id} aria-label={t("doneFor", { name })}>
            {t("done")}
          </Button>
        ) : null}
        {unknown && kind === "unknown_outcome" && ctx.permissions.has("submissions.ask") ? (
          <Button
            type="submit"
            look="word"
            name="ask"
            value={unknown.submissionId}
            aria-label={t("askNowFor", { name })}
          >
            {t("askNow")}
          </Button>
        ) : null}
      </td>
    </tr>
  );
}

/** What a task is about in money: what it says itself, else its payment's amount. */
function moneyOf(task: Task, subject: TaskSubject | undefined): Money | null {
  const currency = currencies.find((one) => one === task.currency);
  if (currency && task.amountMinor !== null) return { amountMinor: task.amountMinor, currency };
  return subject?.money ?? null;
}
