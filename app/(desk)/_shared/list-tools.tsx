import { useTranslations } from "next-intl";
import { SavedViews } from "@/app/(desk)/_shared/saved-views";
import { hrefWith, type ListAddress } from "@/components/data-table/address";
import { ColumnChooser, type OfferedColumn } from "@/components/data-table/column-chooser";
import type { ViewedList } from "@/db/tables/views";
import type { Ctx } from "@/lib/context";
import { routes } from "@/lib/routes";

/** What every list offers at its right: views that were kept, which columns, and the whole of it as a file. */
export function ListTools({
  ctx,
  list,
  address,
  columns,
}: {
  ctx: Ctx;
  list: ViewedList;
  address: ListAddress;
  columns: readonly OfferedColumn[];
}) {
  const t = useTranslations("views");
  return (
    <>
      <SavedViews ctx={ctx} list={list} address={address} />
      <ColumnChooser address={address} columns={columns} />
      <a href={hrefWith({ ...address, path: routes.exported(list) }, {})} download title={t("exportHint")}>
        {t("export")}
      </a>
    </>
  );
}
