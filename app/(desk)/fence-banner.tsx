import { getTranslations } from "next-intl/server";
import { clockOrDay, DESK_ZONE } from "@/app/(desk)/_shared/moment";
import { Banner } from "@/components/feedback/banner";
import { Anchor } from "@/components/ui/anchor";
import type { Ctx } from "@/lib/context";
import type { Fence } from "@/lib/instance/fence";
import type { Locale } from "@/lib/kernel/locale";
import { routes } from "@/lib/routes";

/** Over every page while nothing is sent: since when, why, and where something can be done about it. */
export async function FenceBanner({ ctx, fence, locale }: { ctx: Ctx; fence: Fence; locale: Locale }) {
  const t = await getTranslations("fence");
  const at = clockOrDay(fence.since, { locale, zone: DESK_ZONE, now: ctx.clock.now() });
  return (
    <Banner
      tone="no"
      title={t("banner")}
      action={
        <Anchor href={routes.fence()}>{ctx.permissions.has("fence.lift") ? t("look") : t("lookOnly")}</Anchor>
      }
    >
      {t("bannerSays", { at, why: t(`why.${fence.why}`) })}
    </Banner>
  );
}
