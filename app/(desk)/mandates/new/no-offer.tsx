import { useTranslations } from "next-intl";
import { Empty } from "@/components/feedback/empty";
import { ButtonLink } from "@/components/ui/button";
import type { Ctx } from "@/lib/context";
import { routes } from "@/lib/routes";

/** Without a creditor agreement there is nothing to make a mandate under. */
export function NoOffer({ ctx }: { ctx: Pick<Ctx, "permissions"> }) {
  const t = useTranslations("newMandate.where");
  const may = ctx.permissions.has("connections.manage");
  return (
    <Empty action={may ? <ButtonLink href={routes.connections()}>{t("connections")}</ButtonLink> : undefined}>
      {t("none")}
    </Empty>
  );
}
