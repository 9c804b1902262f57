import type { ReactNode } from "react";
import { Mark } from "@/components/ui/mark";
import type { MarkName } from "@/components/ui/marks";

/** What was found out about a field's value. */
export interface FieldCheck {
  kind: "passed" | "attention" | "wrong" | "open";
  text: ReactNode;
}

const checkMarks = {
  passed: "final",
  attention: "waits",
  wrong: "failed",
  open: "draft",
} as const satisfies Record<FieldCheck["kind"], MarkName>;

/** A check in its shape, colour and words, beside the field it is about. */
export function CheckText({ check }: { check: FieldCheck }) {
  return (
    <>
      <Mark name={checkMarks[check.kind]} />
      <span>{check.text}</span>
    </>
  );
}
