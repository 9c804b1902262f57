import { CURSOR, type ListAddress } from "@/components/data-table/address";

/** The parameters of a list that a GET form does not ask for, so that they stay; not the place in the list. */
export function HiddenParams({ params, but }: { params: ListAddress["params"]; but: string }) {
  return Object.entries(params).flatMap(([name, values]) => {
    if (name === but || name === CURSOR || values === undefined) return [];
    return (typeof values === "string" ? [values] : values).map((value) => (
      <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
    ));
  });
}
