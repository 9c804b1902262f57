import type { SearchAnswer } from "@/components/search/answer";
import { Kbd } from "@/components/ui/kbd";

/** What is said instead of results, and the keys. */
export function PaletteFoot({ answer: { nothing, note, hints } }: { answer: SearchAnswer }) {
  return (
    <>
      {nothing ? (
        <p className="palette-note">
          <b>{nothing.title}</b> {nothing.hint}
        </p>
      ) : null}
      {note ? <p className="palette-note">{note}</p> : null}
      <p className="palette-keys" aria-hidden="true">
        {hints.map(({ key, text }) => (
          <span key={key}>
            <Kbd>{key}</Kbd> {text}
          </span>
        ))}
      </p>
    </>
  );
}
