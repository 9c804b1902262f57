import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/components/ui/button";
import type { Ctx } from "@/lib/context";
import { routes } from "@/lib/routes";

/** The way to a new payment; with the reason where the role does not allow it. */
export function NewPaymentLink({ ctx, mandateId }: { ctx: Ctx; mandateId?: string }) {
  const t = useTranslations("payments");
  const common = useTranslations("common");
  if (!ctx.permissions.has("payments.create"))
    return <Button off={common("needsPermission")}>{t("new")}</Button>;
  const href = mandateId ? `${routes.newPayment()}?mandate=${mandateId}` : routes.newPayment();
  return (
    <ButtonLink href={href} look="solid" shortcut="n">
      {t("new")}
    </ButtonLink>
  );
}
