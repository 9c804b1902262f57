import type { ReactNode } from "react";
import { Mark } from "@/components/ui/mark";
import { type MarkName, marks } from "@/components/ui/marks";

/** Mark, word and colour of anything that has a state. */
export function StateWord({ mark, children }: { mark: MarkName; children: ReactNode }) {
  return (
    <span className={`state tone-${marks[mark].tone}`}>
      <Mark name={mark} />
      <span>{children}</span>
    </span>
  );
}
