import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/components/ui/button";
import type { Ctx } from "@/lib/context";
import { routes } from "@/lib/routes";

/** The way to a new mandate; with the reason where the role does not allow it. */
export function NewMandateLink({ ctx }: { ctx: Pick<Ctx, "permissions"> }) {
  const t = useTranslations("mandates");
  const common = useTranslations("common");
  if (!ctx.permissions.has("mandates.write"))
    return <Button off={common("needsPermission")}>{t("new")}</Button>;
  return (
    <ButtonLink href={routes.newMandate()} look="solid" shortcut="n">
      {t("new")}
    </ButtonLink>
  );
}
