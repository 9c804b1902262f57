import { getTranslations } from "next-intl/server";
import { Empty } from "@/components/feedback/empty";
import { PageHead } from "@/components/layout/page-head";
import { whoCan } from "@/lib/access/who-can";
import type { Ctx } from "@/lib/context";

/** In the place of a form that only an admin fills in. */
export async function NotYours({ ctx, title }: { ctx: Ctx; title: string }) {
  const [t, names] = await Promise.all([
    getTranslations("connectionForms"),
    whoCan(ctx, "connections.manage"),
  ]);
  return (
    <>
      <PageHead title={title} />
      <div className="px-(--margin)">
        <Empty>{names.length > 0 ? t("off", { names: names.join(", ") }) : t("offNobody")}</Empty>
      </div>
    </>
  );
}
