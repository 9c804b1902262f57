import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ListAddress } from "@/components/data-table/address";
import { FilterMenu, type OfferedFilter } from "@/components/data-table/filter-menu";
import { FindForm } from "@/components/data-table/find-form";
import { Anchor } from "@/components/ui/anchor";
import { keyFor } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";

export interface FilterChip {
  label: string;
  value: string;
  /** The same list without this filter: `hrefWith(address, { name: null })`. */
  removeHref: string;
}

export interface FilterChipsProps {
  chips: readonly FilterChip[];
  /** Filters that can be added, each with its choices as links. */
  add: readonly OfferedFilter[];
  /** A GET form for what is not a choice: a range of dates, an amount. It stands in the same menu. */
  addForm?: ReactNode;
  /** Full-text search; `/` goes there. */
  find?: { address: ListAddress; name: string; label: string };
  /** At the right: in which order, a link to the columns. */
  end?: ReactNode;
}

/** The filters of a list as they stand in its address. On the server. */
export function FilterChips({ chips, add, addForm, find, end }: FilterChipsProps) {
  const t = useTranslations("table");
  return (
    <search className="filters" aria-label={t("filters")}>
      {find ? <FindForm {...find} button={t("find")} /> : null}
      {chips.map((chip) => (
        <span className="chip" key={`${chip.label} ${chip.value}`}>
          <span className="chip-label">{chip.label}</span> {chip.value}
          <Anchor
            href={chip.removeHref}
            scroll={false}
            aria-label={t("removeFilter", { label: chip.label, value: chip.value })}
          >
            ×
          </Anchor>
        </span>
      ))}
      {add.length > 0 || addForm ? (
        <details className="chip-menu" data-menu>
          <summary className="chip chip-add" {...keyFor("f")}>
            {t("addFilter")} <Kbd silent>f</Kbd>
          </summary>
          <div className="menu">
            <FilterMenu filters={add} />
            {addForm}
          </div>
        </details>
      ) : null}
      {end ? <div className="filters-end">{end}</div> : null}
    </search>
  );
}
