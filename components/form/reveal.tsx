"use client";

import { type ReactNode, useCallback, useContext, useEffect, useRef, useState } from "react";
import { ActionForm } from "@/components/form/action-form";
import { FormContext } from "@/components/form/form-context";
import type { FormAction } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";

export interface RevealProps {
  masked: string;
  /** What the whole of it is called: "CPR in full". */
  name: string;
  words: { show: string; submit: string; working: string; hide: string };
  action: FormAction;
  hidden: Readonly<Record<string, string>>;
  /** How long the whole of it stands there. */
  seconds: number;
  /** The question for the reason. */
  children: ReactNode;
}

/**
 * What is masked, and the way to see it whole: a reason first, then the whole of it in the mask's place for a moment.
 * The form that brought it is thrown away after that, so that it is not left in the page's memory.
 */
export function Reveal(props: RevealProps) {
  const [round, setRound] = useState(0);
  const end = useCallback(() => setRound((one) => one + 1), []);
  return (
    <ActionForm key={round} action={props.action} hidden={props.hidden} className="reveal">
      <Body {...props} end={end} />
    </ActionForm>
  );
}

function Body({ masked, name, words, seconds, children, end }: RevealProps & { end: () => void }) {
  const { state } = useContext(FormContext);
  if (state.status === "done" && state.result !== undefined)
    return (
      <Whole text={state.result} name={name} hide={words.hide} seconds={seconds} end={end}>
        {state.message}
      </Whole>
    );
  return (
    <>
      {masked}
      <details open={state.status === "problem" || undefined}>
        <summary>{words.show}</summary>
        {children}
        <p className="pt-1">
          <SubmitButton working={words.working} look="plain">
            {words.submit}
          </SubmitButton>
        </p>
      </details>
    </>
  );
}

function Whole({
  text,
  name,
  hide,
  seconds,
  end,
  children,
}: {
  text: string;
  name: string;
  hide: string;
  seconds: number;
  end: () => void;
  children: ReactNode;
}) {
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    back.current?.focus();
    const timer = setTimeout(end, seconds * 1_000);
    return () => clearTimeout(timer);
  }, [end, seconds]);
  return (
    <>
      <output className="reveal-whole" aria-label={name}>
        {text}
      </output>
      <span className="note">{children}</span>
      <button ref={back} type="button" className="word-button" onClick={end}>
        {hide}
      </button>
    </>
  );
}
