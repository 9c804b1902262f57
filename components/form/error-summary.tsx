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
  // Labels and order stand in the form itself; without script the problems are listed as they came.
  const [labels, setLabels] = useState<Readonly<Record<string, string>>>({});
  useEffect(() => {
    if (state.status !== "problem") return;
    const names = Object.keys(state.problems).sort((a, b) => inForm(`${scope}-${a}`, `${scope}-${b}`));
    setLabels(Object.fromEntries(names.map((name) => [name, labelOf(`${scope}-${name}`)])));
    box.current?.focus();
  }, [state, scope]);
  if (state.status !== "problem") return null;
  const order = Object.keys(labels);
  const problems = Object.entries(state.problems).sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
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

/** Which of two fields comes first on the page. */
function inForm(one: string, other: string): number {
  const [a, b] = [document.getElementById(one), document.getElementById(other)];
  if (!a || !b) return a ? -1 : 1;
  return a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
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
