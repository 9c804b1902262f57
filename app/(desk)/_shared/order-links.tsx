import { hrefWith, type ListAddress, SORT } from "@/components/data-table/address";
import { Anchor } from "@/components/ui/anchor";

/** In which order a list stands, and the other orders as links. The list's own order needs no parameter. */
export function OrderLinks({
  address,
  current,
  orders,
}: {
  address: ListAddress;
  /** The sort key in force. */
  current: string;
  orders: readonly { key: string; label: string; param: string | null }[];
}) {
  return orders.map(({ key, label, param }) =>
    key === current ? (
      <span key={key} aria-current="true">
        {label}
      </span>
    ) : (
      <Anchor key={key} href={hrefWith(address, { [SORT]: param })} scroll={false}>
        {label}
      </Anchor>
    ),
  );
}
