import { clockOrDay } from "@/app/(desk)/_shared/moment";
import { Anchor } from "@/components/ui/anchor";
import { asRoute } from "@/components/ui/as-route";
import { Mark } from "@/components/ui/mark";
import type { Reader } from "@/lib/i18n/writer";

export interface PackPiece {
  text: string;
  /** Since when it is there; null: it is missing. */
  at: Date | null;
}

interface PackProps {
  title: string;
  missing: string;
  pieces: readonly PackPiece[];
  /** What was agreed to, word for word. */
  words?: { title: string; text: string; language: string };
  /** Whether it is complete, as a sentence. */
  note: string;
  files: readonly { label: string; href: string }[];
  reader: Pick<Reader, "locale" | "zone" | "now">;
}

/** In the side column: what there is to show, since when, and what is missing. */
export function Pack({ title, missing, pieces, words, note, files, reader }: PackProps) {
  return (
    <section className="pack" aria-labelledby="consent-pack">
      <h2 id="consent-pack">{title}</h2>
      <ul>
        {pieces.map((piece) => (
          <li key={piece.text}>
            <Mark name={piece.at ? "final" : "waits"} />
            <span>{piece.text}</span>
            <span className="pack-when">{piece.at ? clockOrDay(piece.at, reader) : missing}</span>
          </li>
        ))}
      </ul>
      {words ? (
        <details className="pack-words">
          <summary>{words.title}</summary>
          <blockquote className="whitespace-pre-line" lang={words.language}>
            {words.text}
          </blockquote>
        </details>
      ) : null}
      <p className="note">{note}</p>
      {files.length > 0 ? (
        <ul>
          {files.map(({ label, href }) => (
            <li key={href} className="pack-get">
              <Anchor href={asRoute(href)} download>
                {label}
              </Anchor>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
