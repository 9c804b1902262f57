import type { ReactNode } from "react";
import { Panel } from "@/components/layout/panel";
import { Mark } from "@/components/ui/mark";
import type { MarkName } from "@/components/ui/marks";

export interface LandingPanelProps {
  /** "If issued now". */
  title: string;
  /** What the date is: "First possible payment". */
  lead: string;
  /** "Tuesday 1 December". */
  when: string;
  /** On what it depends. */
  condition?: { mark: MarkName; text: ReactNode };
  /** The way there, in order. */
  steps: readonly { mark: MarkName; when: string; text: ReactNode }[];
  /** What if not; what this step does not do. */
  otherwise: readonly { title: string; text: ReactNode }[];
}

/** Where a payment would land, before anything is issued: date, condition, the way there, and what if not. */
export function LandingPanel({ title, lead, when, condition, steps, otherwise }: LandingPanelProps) {
  return (
    <Panel title={title}>
      <p className="landing-lead">{lead}</p>
      <p className="landing-when">{when}</p>
      {condition ? (
        <p className="landing-condition">
          <Mark name={condition.mark} />
          <span>{condition.text}</span>
        </p>
      ) : null}
      <ol className="landing-way">
        {steps.map((step) => (
          <li key={step.when}>
            <span className="landing-mark">
              <Mark name={step.mark} />
            </span>
            <div>
              <b>{step.when}</b>
              <p>{step.text}</p>
            </div>
          </li>
        ))}
      </ol>
      {otherwise.map((part) => (
        <div className="landing-else" key={part.title}>
          <b>{part.title}</b>
          <p>{part.text}</p>
        </div>
      ))}
    </Panel>
  );
}
