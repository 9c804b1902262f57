"use client";

import { useContext } from "react";
import { FormContext } from "@/components/form/form-context";
import { CopyButton } from "@/components/ui/copy-button";
import { Mark } from "@/components/ui/mark";

/** What a form made and shows this once: it is in this page's memory and nowhere else. */
export function ShownOnce({ words }: { words: { title: string; copy: string; copied: string } }) {
  const { state } = useContext(FormContext);
  if (state.status !== "done" || state.result === undefined) return null;
  return (
    <section className="shown-once" aria-label={words.title}>
      <Mark name="final" />
      <div>
        <p role="status">{state.message}</p>
        <p>
          <code className="mono">{state.result}</code>{" "}
          <CopyButton text={state.result} label={words.copy} done={words.copied} />
        </p>
      </div>
    </section>
  );
}
