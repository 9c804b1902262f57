import { getTranslations } from "next-intl/server";
import type { MandateView } from "@/app/(desk)/mandates/[id]/load";
import { Pack, type PackPiece } from "@/app/(desk)/mandates/[id]/pack";
import type { Ctx } from "@/lib/context";
import { routes } from "@/lib/routes";

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
  const provider: PackPiece = {
    text: t("replies", { n: replies.length }),
    at: replies[0]?.at ?? null,
  };
  const { consent } = mandate;
  // Before the debtor has signed up at the bank there is nothing to show.
  if (!consent && replies.length === 0) return null;
  const givenAt = consent && new Date(consent.givenAt);
  const pieces: PackPiece[] = consent
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
    <Pack
      title={t("pack")}
      missing={t("missing")}
      pieces={pieces}
      note={t(note)}
      reader={reader}
      {...(consent?.words
        ? { words: { title: t("words"), text: consent.words, language: consent.wording.slice(0, 2) } }
        : {})}
      files={
        ctx.permissions.has("evidence.download")
          ? [
              { label: t("download"), href: routes.mandateEvidence(mandate.id) },
              { label: t("downloadNotes"), href: `${routes.mandateEvidence(mandate.id)}?notes=yes` },
            ]
          : []
      }
    />
  );
}
