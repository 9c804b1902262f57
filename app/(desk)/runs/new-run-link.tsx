import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/components/ui/button";
import type { Ctx } from "@/lib/context";
import { routes } from "@/lib/routes";

/** The way to a new run; with the reason where the role does not allow it. */
export function NewRunLink({ ctx }: { ctx: Ctx }) {
  const t = useTranslations("runs");
  const common = useTranslations("common");
  if (!ctx.permissions.has("runs.prepare"))
    return <Button off={common("needsPermission")}>{t("new")}</Button>;
  return (
    <ButtonLink href={routes.newRun()} look="solid" shortcut="n">
      {t("new")}
    </ButtonLink>
  );
}
