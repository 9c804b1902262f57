"use client";

import { type ComponentProps, useContext, useEffect, useRef } from "react";
import { FormContext } from "@/components/form/form-context";
import { recall, remember } from "@/components/ui/tab-memory";
import { TextArea } from "@/components/ui/text-area";

/**
 * Several lines whose draft outlives what goes wrong: a refusal, a lost line, a closed page. It is kept in this tab
 * alone, under `draft`, until the form is done.
 */
export function DraftText({ draft, ...rest }: ComponentProps<typeof TextArea> & { draft: string }) {
  const { state } = useContext(FormContext);
  const box = useRef<HTMLDivElement>(null);
  const key = `draft ${draft}`;
  useEffect(() => {
    const area = box.current?.querySelector("textarea");
    const kept = recall(key);
    if (area && kept && area.value === "") area.value = kept;
  }, [key]);
  useEffect(() => {
    if (state.status === "done") remember(key, "");
  }, [state, key]);
  return (
    <div ref={box} onInput={(event) => remember(key, (event.target as HTMLTextAreaElement).value)}>
      <TextArea {...rest} />
    </div>
  );
}
