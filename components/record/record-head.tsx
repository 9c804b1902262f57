import type { ReactNode } from "react";
import { UnknownPanel } from "@/components/feedback/unknown-panel";
import { Crumbs } from "@/components/ui/crumbs";
import { Mark } from "@/components/ui/mark";
import type { MarkName } from "@/components/ui/marks";

export interface RecordHeadProps {
  crumbs: readonly { label: string; href?: string }[];
  /** The state's mark. Left out when `unknownSince` is given. */
  mark: MarkName;
  /** What is true, as a sentence: "Active. Can be used for payments due from 1 December 2026." */
  sentence: ReactNode;
  /** One line of what it means, where no answer under it says so. */
  lead?: ReactNode;
  /** Three: age of the evidence with what is usual, consent or finality, next event. */
  facts: readonly { label: string; value: ReactNode }[];
  /** Clock time of a submission whose answer is not known; the panel then takes the sentence's place. */
  unknownSince?: string | undefined;
  /** It is proven that it did not arrive. */
  absent?: boolean;
}

/** How a record opens: with what is true. On the server. */
export function RecordHead({
  crumbs,
  mark,
  sentence,
  lead,
  facts,
  unknownSince,
  absent = false,
}: RecordHeadProps) {
  return (
    <div className="record-head">
      <Crumbs items={crumbs} />
      {unknownSince === undefined ? (
        <div className="record-sentence">
          <Mark name={mark} size={20} />
          <div>
            <h1>{sentence}</h1>
            {lead ? <p>{lead}</p> : null}
          </div>
        </div>
      ) : (
        <UnknownPanel time={unknownSince} absent={absent}>
          {lead}
        </UnknownPanel>
      )}
      <dl className="record-facts">
        {facts.map((fact) => (
          <div key={fact.label}>
            <dt>{fact.label}</dt> <dd>{fact.value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
