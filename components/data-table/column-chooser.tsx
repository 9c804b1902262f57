import Form from "next/form";
import { useTranslations } from "next-intl";
import { COLUMN, hrefWith, type ListAddress } from "@/components/data-table/address";
import { HiddenParams } from "@/components/data-table/hidden-params";
import { Anchor } from "@/components/ui/anchor";
import { asRoute } from "@/components/ui/as-route";

export interface OfferedColumn {
  key: string;
  label: string;
  /** Not among the usual ones. */
  extra?: boolean;
}

/** Which columns a list shows: a GET form, so that the choice stands in the address and in a saved view. */
export function ColumnChooser({
  address,
  columns,
}: {
  address: ListAddress;
  columns: readonly OfferedColumn[];
}) {
  const t = useTranslations("views");
  const asked = address.params[COLUMN] ?? [];
  const wanted = typeof asked === "string" ? [asked] : asked;
  const isShown = ({ key, extra }: OfferedColumn) => (wanted.length > 0 ? wanted.includes(key) : !extra);
  return (
    <details className="chip-menu" data-menu>
      <summary className="word-button">{t("columns")}</summary>
      <div className="menu menu-end">
        {/* Another choice is another form: old ticks do not stay in it. */}
        <Form key={wanted.join()} action={asRoute(address.path)} prefetch={false} scroll={false}>
          <HiddenParams params={address.params} but={COLUMN} />
          <ul className="menu-ticks">
            {columns.map((column) => (
              <li key={column.key}>
                <label>
                  <input
                    type="checkbox"
                    name={COLUMN}
                    value={column.key}
                    defaultChecked={isShown(column)}
                    autoComplete="off"
                  />
                  {column.label}
                </label>
              </li>
            ))}
          </ul>
          <p className="menu-foot">
            <button type="submit" className="word-button">
              {t("apply")}
            </button>
            {wanted.length > 0 ? (
              <Anchor href={hrefWith(address, { [COLUMN]: null })} scroll={false}>
                {t("usual")}
              </Anchor>
            ) : null}
          </p>
        </Form>
      </div>
    </details>
  );
}
