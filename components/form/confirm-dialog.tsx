"use client";

import { type ReactNode, useCallback, useId, useRef } from "react";
import { ActionForm } from "@/components/form/action-form";
import { DialogContext, FieldScope } from "@/components/form/form-context";
import type { FormAction } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { Button, type ButtonProps } from "@/components/ui/button";

export interface ConfirmDialogProps {
  /** The words that open it. */
  trigger: ReactNode;
  /** How the opener looks: `word` in a table of actions. */
  look?: "plain" | "word";
  shortcut?: string;
  /** A question: "End this mandate?" */
  title: string;
  /** What it does, in a sentence: which payments stop, what cannot be undone. */
  consequence: ReactNode;
  /** The verb again, never "OK". */
  confirm: string;
  working: string;
  /** The way back: `common.keep`. */
  keep: string;
  action: FormAction;
  hidden?: Readonly<Record<string, string>>;
  /** Fields that the act needs, such as a reason. */
  children?: ReactNode;
}

/**
 * Asks once before something that cannot be taken back. The opener also carries the browser's own command, so it
 * works before script has arrived.
 */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const {
    trigger,
    look = "plain",
    shortcut,
    title,
    consequence,
    confirm,
    working,
    keep,
    action,
    hidden,
    children,
  } = props;
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const close = useCallback(() => dialog.current?.close(), []);
  return (
    <>
      <Button
        {...opensDialog(id)}
        {...(shortcut ? { shortcut } : {})}
        look={look}
        onClick={() => {
          // Where the browser knows the command, it opens the dialog itself.
          if (!("commandForElement" in HTMLButtonElement.prototype)) dialog.current?.showModal();
        }}
      >
        {trigger}
      </Button>
      <dialog ref={dialog} id={id} className="confirm" aria-labelledby={`${id}-title`}>
        <h2 id={`${id}-title`}>{title}</h2>
        <p>{consequence}</p>
        <DialogContext value={close}>
          <ActionForm action={action} {...(hidden ? { hidden } : {})}>
            <FieldScope value={id}>
              {children ? <div className="confirm-body">{children}</div> : null}
            </FieldScope>
            <div className="confirm-foot">
              <Button {...closesDialog(id)} onClick={close}>
                {keep}
              </Button>
              <SubmitButton working={working}>{confirm}</SubmitButton>
            </div>
          </ActionForm>
        </DialogContext>
      </dialog>
    </>
  );
}

/** Invoker commands (HTML, `command` and `commandfor`), which React's types do not know yet. */
function opensDialog(id: string): ButtonProps | { command: string; commandfor: string } {
  return { command: "show-modal", commandfor: id };
}

function closesDialog(id: string): ButtonProps | { command: string; commandfor: string } {
  return { command: "close", commandfor: id };
}
