import type { ReactNode } from "react";

export interface Step {
  key: string;
  /** The step in a sentence, its verb in `<b>`. */
  text: ReactNode;
  /** Its button. */
  action?: ReactNode | undefined;
  /** The step to take now; unsaid, the one that has a button. */
  next?: boolean;
  /** Not open yet; the text says why. */
  closed?: boolean;
}

/** Numbered steps of which one is next: the way out of an unknown outcome. Closed ones stay visible. */
export function Steps({ title, steps }: { title: string; steps: readonly Step[] }) {
  return (
    <section className="record-part">
      <h2 id="steps">{title}</h2>
      <ol className="steps" aria-labelledby="steps">
        {steps.map((step) => (
          <li
            key={step.key}
            className={step.closed ? "step-closed" : undefined}
            data-next={(step.next ?? Boolean(step.action)) ? "" : undefined}
          >
            <div>{step.text}</div>
            {step.action}
          </li>
        ))}
      </ol>
    </section>
  );
}
