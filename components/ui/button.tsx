import type { ComponentProps, ReactNode } from "react";
import { Anchor, type AnchorProps } from "@/components/ui/anchor";
import { Kbd } from "@/components/ui/kbd";

interface Look {
  /** At most one `solid` button in a view; `word` in a table of actions, where the row is the box. */
  look?: "plain" | "solid" | "word";
  /** A single letter that presses it; shown as a key. */
  shortcut?: string;
  children: ReactNode;
}

export type ButtonProps = Omit<ComponentProps<"button">, "children"> &
  Look & {
    /** Why it cannot be pressed now. It stays in its place and says so. */
    off?: string | undefined;
  };

/** Something to press. It is never greyed without a reason: `off` writes the reason after a colon. */
export function Button({ look, shortcut, off, children, className, type = "button", ...rest }: ButtonProps) {
  if (off) {
    return (
      <button type="button" className={classes(undefined, className, "button-off")} aria-disabled="true">
        <span>
          {children}: {off}
        </span>
      </button>
    );
  }
  return (
    <button type={type} className={classes(look, className)} {...keyFor(shortcut)} {...rest}>
      {children}
      {shortcut ? <Kbd silent>{shortcut}</Kbd> : null}
    </button>
  );
}

export type ButtonLinkProps = Omit<AnchorProps, "children"> & Look;

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink({ look, shortcut, children, className, ...rest }: ButtonLinkProps) {
  return (
    <Anchor className={classes(look, className)} {...keyFor(shortcut)} {...rest}>
      {children}
      {shortcut ? <Kbd silent>{shortcut}</Kbd> : null}
    </Anchor>
  );
}

/** The attributes by which the desk's keys find what a letter presses. */
export function keyFor(shortcut: string | undefined) {
  return shortcut ? { "data-key": shortcut, "aria-keyshortcuts": shortcut } : {};
}

function classes(look: Look["look"], ...more: (string | undefined)[]): string {
  const own = look === undefined || look === "plain" ? undefined : `button-${look}`;
  return ["button", own, ...more].filter(Boolean).join(" ");
}
