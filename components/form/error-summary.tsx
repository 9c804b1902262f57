"use client";

import { type MouseEvent, useContext, useEffect, useId, useRef, useState } from "react";
import { FieldScope, FormContext } from "@/components/form/form-context";
import { Mark } from "@/components/ui/mark";

/**
 * What has to be put right, with links to the fields. Focus comes here when an attempt was refused, so that a screen
 * reader hears it and the page shows it.
 */
export function ErrorSummary({ title }: { title: string }) {
  const { state } = useContext(FormContext);
  const scope = useContext(FieldScope);
  const id = useId();
  const box = useRef<HTMLElement>(null);
  const problems = Object.entries(state.problems);
  // The labels stand in the fields themselves; without script the problems are listed without them.
  const [labels, setLabels] = useState<Readonly<Record<string, string>>>({});
  useEffect(() => {
    if (state.status !== "problem") return;
    setLabels(
      Object.fromEntries(Object.keys(state.problems).map((name) => [name, labelOf(`${scope}-${name}`)])),
    );
    box.current?.focus();
  }, [state, scope]);
  if (state.status !== "problem") return null;
  return (
    <section className="error-summary" ref={box} tabIndex={-1} aria-labelledby={id}>
      <Mark name="failed" />
      <div>
        <p className="tone-no" id={id}>
          <b>{state.message ?? title}</b>
        </p>
        {problems.length > 0 ? (
          <ul>
            {problems.map(([name, problem]) => (
              <li key={name}>
                <a href={`#${scope}-${name}`} onClick={(event) => focusField(event, `${scope}-${name}`)}>
                  {labels[name] ? `${labels[name]}: ${problem}` : problem}
                </a>
              </li>
            ))}
          </ul>
        ) : null}
        {state.reference ? <p className="note mono">{state.reference}</p> : null}
      </div>
    </section>
  );
}

function labelOf(id: string): string {
  return document.getElementById(`${id}-label`)?.firstChild?.textContent ?? "";
}

/** A fragment moves the view to a group of radio buttons, but only script can put the focus on the first of them. */
function focusField(event: MouseEvent, id: string) {
  const field = document.getElementById(id);
  const target = field?.matches("input, select, textarea") ? field : field?.querySelector("input");
  if (!(target instanceof HTMLElement)) return;
  event.preventDefault();
  target.focus();
}
