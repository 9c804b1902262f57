import { getTranslations } from "next-intl/server";
import { clockOrDay } from "@/app/(desk)/_shared/moment";
import type { MandateView } from "@/app/(desk)/mandates/[id]/load";
import { Anchor } from "@/components/ui/anchor";
import { Mark } from "@/components/ui/mark";
import type { Ctx } from "@/lib/context";
import { routes } from "@/lib/routes";

interface Piece {
  text: string;
  at: Date | null;
}

/** What there is to show if somebody claims, 13 months later, that there was no consent. */
export async function ConsentPack({
  ctx,
  view: { mandate, story, reader },
}: {
  ctx: Pick<Ctx, "permissions">;
  view: MandateView;
}) {
  const t = await getTranslations("mandate.aside");
  // Only what moved the mandate proves anything; an error page of the provider is no reply.
  const replies = story.moves.flatMap((move) => (move.messageId ? [move] : []));
  const provider: Piece = {
    text: t("replies", { n: replies.length }),
    at: replies[0]?.at ?? null,
  };
  const { consent } = mandate;
  // Before the debtor has signed up at the bank there is nothing to show.
  if (!consent && replies.length === 0) return null;
  const givenAt = consent && new Date(consent.givenAt);
  const pieces: Piece[] = consent
    ? [
        { text: t("wording", { wording: consent.wording }), at: givenAt },
        {
          text: t("taken", { channel: t(`channel.${consent.channel}`), name: consent.takenBy }),
          at: givenAt,
        },
        provider,
      ]
    : [provider];
  const note = !consent ? "atBank" : pieces.every((piece) => piece.at) ? "complete" : "incomplete";
  return (
    <section className="pack" aria-labelledby="consent-pack">
      <h2 id="consent-pack">{t("pack")}</h2>
      <ul>
        {pieces.map((piece) => (
          <li key={piece.text}>
            <Mark name={piece.at ? "final" : "waits"} />
            <span>{piece.text}</span>
            <span className="pack-when">{piece.at ? clockOrDay(piece.at, reader) : t("missing")}</span>
          </li>
        ))}
      </ul>
      {consent?.words ? (
        <details className="pack-words">
          <summary>{t("words")}</summary>
          <blockquote className="whitespace-pre-line" lang={consent.wording.slice(0, 2)}>
            {consent.words}
          </blockquote>
        </details>
      ) : null}
      <p className="note">{t(note)}</p>
      {ctx.permissions.has("evidence.download") ? (
        <ul>
          <li className="pack-get">
            <Anchor href={routes.mandateEvidence(mandate.id)} download>
              {t("download")}
            </Anchor>
          </li>
          <li className="pack-get">
            <Anchor href={`${routes.mandateEvidence(mandate.id)}?notes=yes`} download>
              {t("downloadNotes")}
            </Anchor>
          </li>
        </ul>
      ) : null}
    </section>
  );
}
