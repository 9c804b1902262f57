"use client";

import { useContext } from "react";
import type { FieldCheck } from "@/components/form/check-text";
import { FieldRow } from "@/components/form/field-row";
import { LiveChecksContext } from "@/components/form/live-checks";

/** Whether there is a mandate already: what the record says, and what the typed numbers say since. */
export function Duplicates({
  label,
  note,
  check,
}: {
  label: string;
  note: string;
  check: FieldCheck | undefined;
}) {
  const live = useContext(LiveChecksContext).duplicates;
  return (
    <FieldRow label={label} check={live ?? check}>
      <span className="text-ink-2">{note}</span>
    </FieldRow>
  );
}
