"use client";

import { type ComponentProps, useContext, useEffect, useRef } from "react";
import { FormContext } from "@/components/form/form-context";
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
    const kept = read(key);
    if (area && kept && area.value === "") area.value = kept;
  }, [key]);
  useEffect(() => {
    if (state.status === "done") write(key, "");
  }, [state, key]);
  return (
    <div ref={box} onInput={(event) => write(key, (event.target as HTMLTextAreaElement).value)}>
      <TextArea {...rest} />
    </div>
  );
}

// A browser may refuse its store: then there is no draft, and nothing else is lost.
function read(key: string): string {
  try {
    return sessionStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}

function write(key: string, text: string): void {
  try {
    if (text === "") sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, text);
  } catch {
    // See above.
  }
}
