import type { Ctx } from "@/lib/context";
import { routes } from "@/lib/routes";
import type { Task } from "@/lib/tasks/list";
import { type TaskSubject, taskSubjects } from "@/lib/tasks/subjects";

type Noun = Task["noun"];

/** Ids say what they name by their first letters. */
const nouns: Readonly<Record<string, Noun>> = {
  pay: "payment",
  man: "mandate",
  agr: "agreement",
  con: "connection",
};

const nounOf = (id: string): Noun | null => nouns[id.slice(0, 3)] ?? null;

/** What a page of lines is about, by id. */
export function namesOf(
  ctx: Ctx,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, TaskSubject>> {
  const about = [...new Set(ids)].flatMap((id) => {
    const noun = id === null ? null : nounOf(id);
    return id === null || noun === null ? [] : [{ noun, subjectId: id }];
  });
  return taskSubjects(ctx, about);
}

/** A name for people: the debtor with the customer number, or a connection's or an agreement's own. */
export const nameOf = (subject: TaskSubject | undefined, id: string): string =>
  [subject?.name, subject?.number].filter(Boolean).join(" ") || id;

export function recordHref(id: string): string | null {
  switch (nounOf(id)) {
    case "payment":
      return routes.payment(id);
    case "mandate":
      return routes.mandate(id);
    case "connection":
      return routes.connection(id);
    default:
      return null;
  }
}
