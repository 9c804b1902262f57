import { getTranslations } from "next-intl/server";
import type { Part } from "@/app/(desk)/connections/[id]/part";
import { CURSOR, hrefWith } from "@/components/data-table/address";
import { Anchor } from "@/components/ui/anchor";
import { routes } from "@/lib/routes";

/** The way to older messages and back to the newest. */
export async function TrafficFoot({
  id,
  part,
  after,
  next,
}: {
  id: string;
  part: Part;
  after: string | undefined;
  next: string | null;
}) {
  const t = await getTranslations("connections.calls");
  const address = { path: routes.connection(id), params: { part } };
  if (after === undefined && next === null) return null;
  return (
    <p className="flex gap-6 pb-6">
      {after === undefined ? null : (
        <Anchor href={hrefWith(address, {})} className="py-1">
          {t("newest")}
        </Anchor>
      )}
      {next === null ? null : (
        <Anchor href={hrefWith(address, { [CURSOR]: next })} rel="next" className="py-1">
          {t("older")}
        </Anchor>
      )}
    </p>
  );
}
