import { getLocale, getTranslations } from "next-intl/server";
import { clockOrDay, DESK_ZONE } from "@/app/(desk)/_shared/moment";
import { Anchor } from "@/components/ui/anchor";
import type { Ctx } from "@/lib/context";
import { listDrafts } from "@/lib/drafts/open";
import { routes } from "@/lib/routes";

/** What the reader began and did not submit; nothing when there is none. Never what is in it. */
export async function Unfinished({ ctx }: { ctx: Ctx }) {
  const drafts = ctx.permissions.has("mandates.write") ? await listDrafts(ctx) : [];
  if (drafts.length === 0) return null;
  const [t, locale] = await Promise.all([getTranslations("unfinished"), getLocale()]);
  const reader = { locale, zone: DESK_ZONE, now: ctx.clock.now() };
  return (
    <section className="unfinished" aria-labelledby="unfinished">
      <h2 id="unfinished">
        {t("title")} <span className="count">{drafts.length}</span>{" "}
        <span className="work-note">{t("note")}</span>
      </h2>
      <ul>
        {drafts.map((draft) => {
          const name = draft.debtorName || t("nobody");
          return (
            <li key={draft.id}>
              <Anchor href={`${routes.newMandate()}?draft=${draft.id}`} aria-label={t("openFor", { name })}>
                {name}
              </Anchor>{" "}
              <span className="text-ink-3">
                {draft.changeOf ? `${t("change")}, ` : ""}
                {t("saved", { when: clockOrDay(draft.updatedAt, reader) })}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
