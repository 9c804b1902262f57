import { ViewsMenu } from "@/app/(desk)/_shared/views-menu";
import { hrefWith, type ListAddress } from "@/components/data-table/address";
import type { ViewedList } from "@/db/tables/views";
import type { Ctx } from "@/lib/context";
import { listViews } from "@/lib/views/list";
import { viewQuery } from "@/lib/views/query";

interface SavedViewsProps {
  ctx: Ctx;
  list: ViewedList;
  address: ListAddress;
}

/** The views kept of a list, one's own and the team's, and the present one to be kept as well. */
export async function SavedViews({ ctx, list, address }: SavedViewsProps) {
  const found = await listViews(ctx, list);
  const query = viewQuery(hrefWith(address, {}).split("?")[1] ?? "");
  return (
    <ViewsMenu
      path={address.path}
      views={found.map((view) => ({
        ...view,
        own: view.ownerId === ctx.actor.id,
        removable: view.ownerId === ctx.actor.id || ctx.permissions.has("people.manage"),
        here: view.query === query,
      }))}
      mayShare={ctx.permissions.has("views.share")}
      present={{ list, query }}
    />
  );
}
