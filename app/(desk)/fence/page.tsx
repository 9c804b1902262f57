import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { clockOrDay, DESK_ZONE } from "@/app/(desk)/_shared/moment";
import { ComparedPart } from "@/app/(desk)/fence/compared-part";
import { GapsPart } from "@/app/(desk)/fence/gaps-part";
import { LiftDialog } from "@/app/(desk)/fence/lift-dialog";
import { requireSignedIn } from "@/app/session";
import { PageHead } from "@/components/layout/page-head";
import { Button } from "@/components/ui/button";
import { isLocale } from "@/lib/i18n/locale-choice";
import type { Reader } from "@/lib/i18n/writer";
import { fenceOf } from "@/lib/instance/fence";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("fence");
  return { title: t("title") };
}

/** Why nothing is sent, what was compared, what does not fit, and the way to let sending go on. */
export default async function FencePage() {
  const [{ ctx }, t, given] = await Promise.all([requireSignedIn(), getTranslations("fence"), getLocale()]);
  const reader: Reader = {
    locale: isLocale(given) ? given : "en",
    zone: DESK_ZONE,
    now: ctx.clock.now(),
  };
  const fence = await fenceOf(ctx.db.read, ctx.creditorId);
  const lead = fence
    ? t("lead", { at: clockOrDay(fence.since, reader), why: t(`why.${fence.why}`) })
    : t("leadOn");
  return (
    <>
      <PageHead title={t("title")} lead={lead}>
        {fence && ctx.permissions.has("fence.lift") ? <LiftDialog /> : null}
        {fence && !ctx.permissions.has("fence.lift") ? (
          <Button off={t("lift.off")}>{t("lift.confirm")}</Button>
        ) : null}
      </PageHead>
      {fence ? <p className="px-(--margin) pb-3 text-ink-2">{t("first")}</p> : null}
      <ComparedPart ctx={ctx} reader={reader} />
      <GapsPart ctx={ctx} reader={reader} />
    </>
  );
}
