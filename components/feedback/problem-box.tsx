import type { ReactNode } from "react";
import { CopyButton } from "@/components/ui/copy-button";
import { Mark } from "@/components/ui/mark";
import type { MarkName } from "@/components/ui/marks";

/** `fix`: the reader can repair it. `refused`: the provider says no. `unknown`: nobody knows yet. */
type ProblemKind = "fix" | "refused" | "unknown";

const kindMarks = { fix: "failed", refused: "failed", unknown: "unknown" } as const satisfies Record<
  ProblemKind,
  MarkName
>;

export interface ProblemBoxProps {
  kind: ProblemKind;
  /** What happened, as a sentence. */
  title: string;
  /** What it means for the money, and what to do next. */
  children?: ReactNode;
  /** The provider's own code, beside its words. */
  code?: string | undefined;
  /** By which support finds it in the log. */
  reference?: string | undefined;
  actions?: ReactNode;
  words: { kind: string; reference: string; copy: string; copied: string };
}

/** A problem in place, for islands that bring their own words; on the server use Problem. */
export function ProblemBox({ kind, title, children, code, reference, actions, words }: ProblemBoxProps) {
  return (
    <div className="problem">
      <Mark name={kindMarks[kind]} label={words.kind} />
      <div>
        <p className="problem-title">
          {title} {code ? <code className="mono">{code}</code> : null}
        </p>
        {children ? <div className="problem-text">{children}</div> : null}
        {reference ? (
          <p className="problem-reference">
            {words.reference} <code className="mono">{reference}</code>{" "}
            <CopyButton text={reference} label={words.copy} done={words.copied} />
          </p>
        ) : null}
        {actions ? <div className="problem-actions">{actions}</div> : null}
      </div>
    </div>
  );
}
