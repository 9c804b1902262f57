import { getTranslations } from "next-intl/server";
import { Empty } from "@/components/feedback/empty";
import { PageHead } from "@/components/layout/page-head";
import { ButtonLink } from "@/components/ui/button";
import { whoCan } from "@/lib/access/who-can";
import type { Ctx } from "@/lib/context";
import { routes } from "@/lib/routes";

/** Before the first agreement there is nothing to count to. */
export async function NoDeadlines({ ctx }: { ctx: Ctx }) {
  const t = await getTranslations("deadlines");
  const may = ctx.permissions.has("connections.manage");
  const names = may ? "" : (await whoCan(ctx, "connections.manage")).join(", ");
  return (
    <>
      <PageHead title={t("title")} />
      <div className="px-(--margin)">
        <Empty
          action={
            may ? (
              <ButtonLink href={routes.newConnection()} look="solid" shortcut="n">
                {t("empty.action")}
              </ButtonLink>
            ) : (
              <p>{names ? t("empty.who", { names }) : t("empty.whoNobody")}</p>
            )
          }
        >
          {t("empty.says")}
        </Empty>
      </div>
    </>
  );
}
