"use client";

import { type ReactNode, useContext, useEffect, useEffectEvent, useRef, useState } from "react";
import type { LiveCheck } from "@/app/api/desk/mandate-check/live-check";
import type { FieldCheck } from "@/components/form/check-text";
import { FormContext } from "@/components/form/form-context";
import { idleForm } from "@/components/form/form-state";
import { LiveChecksContext } from "@/components/form/live-checks";
import { Anchor } from "@/components/ui/anchor";
import { routes } from "@/lib/routes";

/** Between the last key and the question. */
const PAUSE_MS = 400;

/** What is said of a text does not depend on what stands after so many characters: it is too long by then. */
const ASKED_ABOUT = 2_000;

type Checks = Readonly<Record<string, LiveCheck>>;
const none: Readonly<Record<string, FieldCheck>> = {};

/**
 * Asks what is known of the fields that were changed, while the form around it is typed. What is typed goes in the
 * body of a POST and nowhere else. Nothing wrong is said of a field while the reader is still in it.
 */
export function LiveChecks({ agreement, children }: { agreement: string; children: ReactNode }) {
  const { state, pending } = useContext(FormContext);
  const [checks, setChecks] = useState(none);
  const box = useRef<HTMLDivElement>(null);
  const edited = useRef(new Set<string>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asking = useRef<AbortController>(undefined);

  // The form's own answer is newer than every check before it; so is another agreement's form.
  // biome-ignore lint/correctness/useExhaustiveDependencies: they are what the effect waits for.
  useEffect(() => {
    edited.current.clear();
    setChecks(none);
    return () => {
      clearTimeout(timer.current);
      asking.current?.abort();
    };
  }, [state, agreement]);

  const ask = async (form: HTMLFormElement) => {
    asking.current?.abort();
    const stop = new AbortController();
    asking.current = stop;
    const found = await fetchChecks(agreement, form, stop.signal);
    if (!found || stop.signal.aborted) return;
    const focused = document.activeElement instanceof HTMLInputElement ? document.activeElement.name : "";
    const shown = Object.entries(found).filter(
      ([name, check]) =>
        (edited.current.has(name) || name === "duplicates") && !(check.kind === "wrong" && name === focused),
    );
    setChecks(Object.fromEntries(shown.map(([name, check]) => [name, drawn(check)])));
  };

  const later = useEffectEvent((event: Event, pause: number) => {
    const { target } = event;
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
    const { form, name } = target;
    if (!form || name === "q") return;
    if (event.type === "input") edited.current.add(name);
    if (edited.current.size === 0) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void ask(form), pause);
  });

  useEffect(() => {
    const around = box.current;
    const onInput = (event: Event) => later(event, PAUSE_MS);
    // Leaving a field is the moment to say what is wrong with it.
    const onLeave = (event: Event) => later(event, 0);
    around?.addEventListener("input", onInput);
    around?.addEventListener("focusout", onLeave);
    return () => {
      around?.removeEventListener("input", onInput);
      around?.removeEventListener("focusout", onLeave);
    };
  }, []);

  // An answer about another agreement's form says nothing of this one; what was typed is kept all the same.
  const { agreement_id: of = agreement } = state.values;
  const answer = of === agreement ? state : { ...idleForm, values: state.values };
  return (
    <FormContext value={{ state: answer, pending }}>
      <LiveChecksContext value={checks}>
        <div className="contents" ref={box}>
          {children}
        </div>
      </LiveChecksContext>
    </FormContext>
  );
}

const drawn = ({ kind, text, href }: LiveCheck): FieldCheck => ({
  kind,
  text: href ? <Anchor href={href}>{text}</Anchor> : text,
});

/** What our own route answered; both ends are one program, so its shape is known. Null when there is no answer. */
async function fetchChecks(
  agreement: string,
  form: HTMLFormElement,
  signal: AbortSignal,
): Promise<Checks | null> {
  const values: Record<string, string> = {};
  // The framework's own fields say nothing about what is typed.
  for (const [name, value] of new FormData(form))
    if (typeof value === "string" && !name.startsWith("$")) values[name] = value.slice(0, ASKED_ABOUT);
  try {
    const answer = await fetch(routes.mandateCheck(), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ agreement, values }),
      signal,
      cache: "no-store",
    });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}
