import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/components/ui/button";
import type { Ctx } from "@/lib/context";
import { routes } from "@/lib/routes";

/** The way to a new debtor; with the reason where the role does not allow it. */
export function NewDebtorLink({ ctx }: { ctx: Pick<Ctx, "permissions"> }) {
  const t = useTranslations("debtors");
  const common = useTranslations("common");
  if (!ctx.permissions.has("debtors.write"))
    return <Button off={common("needsPermission")}>{t("new")}</Button>;
  return (
    <ButtonLink href={routes.newDebtor()} look="solid" shortcut="n">
      {t("new")}
    </ButtonLink>
  );
}
