"use client";

import { unstable_rethrow } from "next/navigation";
import {
  type ComponentProps,
  type KeyboardEvent,
  useActionState,
  useContext,
  useEffect,
  useRef,
} from "react";
import { DialogContext, FormContext } from "@/components/form/form-context";
import { type FormAction, type FormState, idleForm } from "@/components/form/form-state";
import { Unsent } from "@/components/form/form-words";
import { fitsForm } from "@/lib/kernel/form-limit";

export type ActionFormProps = Omit<ComponentProps<"form">, "action" | "hidden"> & {
  action: FormAction;
  initial?: FormState;
  /** Sent along unseen: the record's id, its version, the request id that makes a double click one intent. */
  hidden?: Readonly<Record<string, string>>;
};

/**
 * A form around a server action. Fields inside find their problem and their value by name, so they can be drawn on
 * the server. Without JavaScript it posts and comes back with the same answer.
 */
export function ActionForm({ action, initial = idleForm, hidden = {}, children, ...rest }: ActionFormProps) {
  const [state, run, pending] = useActionState(useAnswered(action), initial);
  const closeDialog = useContext(DialogContext);
  const busy = useRef(false);
  useEffect(() => {
    if (!pending) busy.current = false;
  }, [pending]);
  useEffect(() => {
    if (state.status === "done") closeDialog?.();
  }, [state, closeDialog]);
  return (
    <FormContext value={{ state, pending }}>
      <form
        noValidate
        {...rest}
        action={run}
        // A second press before React has drawn the first one as pending is not a second attempt.
        onSubmit={(event) => {
          // A button with an address of its own fetches a file: there is no answer to wait for.
          if (submitterOf(event.nativeEvent)?.hasAttribute("formaction")) return;
          if (busy.current) event.preventDefault();
          busy.current = true;
        }}
        onKeyDown={submitOnControlEnter}
        // React empties a form after its action; one that is not done keeps what was typed.
        onReset={(event) => {
          if (state.status !== "done") event.preventDefault();
        }}
        aria-busy={pending}
      >
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {children}
      </form>
    </FormContext>
  );
}

/**
 * The action, but that a lost answer is an answer: without a connection the form stays, with everything that was typed.
 * Where a form carries a request id, pressing again is the same intent. On the server it is the action itself, so that
 * the form can be posted before script has arrived.
 */
function useAnswered(action: FormAction): FormAction {
  const words = useContext(Unsent);
  if (words === null || typeof window === "undefined") return action;
  return async (state, data) => {
    const stays = (message: string): FormState => ({
      status: "problem",
      values: state.values,
      problems: {},
      message,
    });
    if (!fitsForm(data)) return stays(words.tooLarge);
    try {
      return await action(state, data);
    } catch (error) {
      // Going to another page is thrown, too.
      unstable_rethrow(error);
      return stays(words.lost);
    }
  };
}

const submitterOf = (event: Event): HTMLElement | null =>
  event instanceof SubmitEvent ? event.submitter : null;

/** From inside a text of several lines, too. */
function submitOnControlEnter(event: KeyboardEvent<HTMLFormElement>) {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
}
