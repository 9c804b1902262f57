import { getTranslations } from "next-intl/server";
import { Empty } from "@/components/feedback/empty";
import { PageHead } from "@/components/layout/page-head";
import { whoCan } from "@/lib/access/who-can";
import type { Ctx } from "@/lib/context";

/** What a person sees whose role reads what happened on the record alone, and who can help. */
export async function NoActivity({ ctx }: { ctx: Ctx }) {
  const [t, names] = await Promise.all([getTranslations("activity"), whoCan(ctx, "people.manage")]);
  return (
    <>
      <PageHead title={t("title")} />
      <div className="px-(--margin)">
        <Empty>
          {names.length > 0 ? t("noPermission.says", { names: names.join(", ") }) : t("noPermission.nobody")}
        </Empty>
      </div>
    </>
  );
}
