import { hrefWith, type ListAddress } from "@/components/data-table/address";
import type { FilterChip, FilterChipsProps } from "@/components/data-table/filter-chips";
import type { UsedConnection } from "@/lib/mandates/used-connections";

/** Name of the filter in the address. */
export const CONNECTION = "connection";
export const OBJECT = "object";

interface Labels {
  connection: string;
  object: string;
}

/** The filters in force as chips, and the connections to choose from. */
export function activityFilters(
  address: ListAddress,
  filter: { connectionId?: string | undefined; subjectId?: string | undefined },
  used: readonly UsedConnection[],
  labels: Labels,
): Pick<FilterChipsProps, "chips" | "add"> {
  const { connectionId, subjectId } = filter;
  const chip = (name: string, label: string, value: string): FilterChip => ({
    label,
    value,
    removeHref: hrefWith(address, { [name]: null }),
  });
  const chips = [
    ...(connectionId
      ? [
          chip(
            CONNECTION,
            labels.connection,
            used.find(({ id }) => id === connectionId)?.name ?? connectionId,
          ),
        ]
      : []),
    ...(subjectId ? [chip(OBJECT, labels.object, subjectId)] : []),
  ];
  const options = used.map(({ id, name }) => ({
    label: name,
    href: hrefWith(address, { [CONNECTION]: id }),
  }));
  return { chips, add: options.length > 1 ? [{ label: labels.connection, options }] : [] };
}
