import { nameOf, recordHref } from "@/app/(desk)/activity/names";
import { Anchor } from "@/components/ui/anchor";
import { TestFlag } from "@/components/ui/test-flag";
import type { TaskSubject } from "@/lib/tasks/subjects";

/** What a line is about, as a link to its record where it has one. */
export function ObjectLink({ id, subject }: { id: string; subject: TaskSubject | undefined }) {
  const href = recordHref(id);
  const name = nameOf(subject, id);
  return (
    <>
      {href ? <Anchor href={href}>{name}</Anchor> : name}
      {subject?.test ? (
        <>
          {" "}
          <TestFlag />
        </>
      ) : null}
    </>
  );
}
