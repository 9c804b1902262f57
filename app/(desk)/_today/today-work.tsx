import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { cutoffsOfPage } from "@/app/(desk)/_shared/cutoffs-of-page";
import { workAction } from "@/app/(desk)/_today/actions";
import { cutoffWords, leadingCutoff } from "@/app/(desk)/_today/cutoff-words";
import { WorkTable } from "@/app/(desk)/_today/work-table";
import { Empty } from "@/components/feedback/empty";
import { ActionForm } from "@/components/form/action-form";
import { FormOutcome } from "@/components/form/form-outcome";
import { Anchor } from "@/components/ui/anchor";
import { ButtonLink } from "@/components/ui/button";
import type { Role } from "@/db/tables/access";
import type { Ctx } from "@/lib/context";
import type { Locale } from "@/lib/kernel/locale";
import { routes } from "@/lib/routes";
import { unknownsOf } from "@/lib/submissions/unknown-of";
import { countSnoozed } from "@/lib/tasks/count";
import { taskGroups, workLists } from "@/lib/tasks/groups";
import { listDueTasks, listTasks } from "@/lib/tasks/list";
import { taskSubjects } from "@/lib/tasks/subjects";

/** So many of a list are in sight; the others are one press away. */
const IN_SIGHT = 6;
/** More open work than this nobody looks through; what is done makes room for the rest. */
const MOST = 100;
/** In the address: what is put aside, instead of what is on the lists. */
const SNOOZED = "snoozed";

/** The work lists of the person's role, or of everybody. */
export async function TodayWork({
  ctx,
  locale,
  everybody,
  role,
  only,
}: {
  ctx: Ctx;
  locale: Locale;
  everybody: boolean;
  role: Role;
  /** One list alone, with everything on it. */
  only: string | undefined;
}) {
  const snoozed = only === SNOOZED;
  const whose = { role: everybody || role === "auditor" ? undefined : role, snoozed };
  const [t, common, due, newest, aside, cutoffs] = await Promise.all([
    getTranslations("today"),
    getTranslations("common"),
    listDueTasks(ctx, whose, MOST),
    listTasks(ctx, whose, { limit: MOST }),
    countSnoozed(ctx, whose.role),
    cutoffsOfPage(ctx),
  ]);
  // What is due must not be crowded out by what is new.
  const rows = [...new Map([...due, ...newest.rows].map((task) => [task.id, task])).values()];
  const [subjects, unknowns] = await Promise.all([
    taskSubjects(ctx, rows),
    unknownsOf(
      ctx,
      rows.filter(({ kind }) => kind === "unknown_outcome").map(({ subjectId }) => subjectId),
    ),
  ]);
  const group = taskGroups.find((one) => one === only);
  const lists = workLists(rows).filter((list) => !group || list.group === group);
  const alone = group !== undefined || snoozed;
  const address = (name?: string) => {
    const query = new URLSearchParams({
      ...(everybody ? { of: "all" } : {}),
      ...(name ? { group: name } : {}),
    });
    return query.size === 0 ? routes.today() : `${routes.today()}?${query}`;
  };
  const putAside =
    aside > 0 && !alone ? (
      <p className="work-more">
        <Anchor href={address(SNOOZED)}>{t("snoozedCount", { count: aside })}</Anchor>
      </p>
    ) : null;
  if (lists.length === 0)
    return (
      <NothingToDo ctx={ctx} locale={locale} back={alone ? address() : null}>
        {putAside}
      </NothingToDo>
    );
  return (
    <ActionForm action={workAction} className="today-work">
      {snoozed ? <p className="work-note">{t("snoozedTitle")}</p> : null}
      {lists.map((list) => {
        const shown = alone ? list.tasks : list.tasks.slice(0, IN_SIGHT);
        const rest = list.tasks.length - shown.length;
        return (
          <section key={list.group} aria-labelledby={`work-${list.group}`}>
            <h2 id={`work-${list.group}`}>
              {t(`groups.${list.group}`)} <span className="count">{list.tasks.length}</span>{" "}
              <span className="work-note">{t(`notes.${list.group}`)}</span>
            </h2>
            <WorkTable
              ctx={ctx}
              locale={locale}
              tasks={shown}
              subjects={subjects}
              unknowns={unknowns}
              everybody={everybody}
              cutoffs={cutoffs}
              label={t(`groups.${list.group}`)}
            />
            {rest > 0 ? (
              <p className="work-more">
                <Anchor href={address(list.group)}>{t("more", { count: String(rest) })}</Anchor>
              </p>
            ) : null}
          </section>
        );
      })}
      {putAside}
      {alone ? (
        <p className="work-more">
          <Anchor href={address()}>{t("less")}</Anchor>
        </p>
      ) : null}
      <FormOutcome close={common("close")} />
    </ActionForm>
  );
}

async function NothingToDo({
  ctx,
  locale,
  back,
  children,
}: {
  ctx: Ctx;
  locale: Locale;
  back: string | null;
  children: ReactNode;
}) {
  const [t, cutoff] = await Promise.all([getTranslations("today"), leadingCutoff(ctx)]);
  return (
    <div className="today-work">
      <Empty action={back ? <ButtonLink href={back}>{t("less")}</ButtonLink> : undefined}>
        {cutoff ? t("empty", cutoffWords(cutoff, locale)) : t("emptyPlain")}
      </Empty>
      {children}
    </div>
  );
}
