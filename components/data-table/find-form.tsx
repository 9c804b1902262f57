import Form from "next/form";
import { CURSOR, type ListAddress } from "@/components/data-table/address";
import { asRoute } from "@/components/ui/as-route";
import { Kbd } from "@/components/ui/kbd";

/** Search as a GET form: the answer has an address of its own, and every other parameter stays. */
export function FindForm({
  address,
  name,
  label,
  button,
}: {
  address: ListAddress;
  name: string;
  /** What can be found: "Find debtor or reference". */
  label: string;
  button: string;
}) {
  const value = address.params[name];
  const kept = Object.entries(address.params).flatMap(([key, values]) => {
    if (key === name || key === CURSOR || values === undefined) return [];
    return (typeof values === "string" ? [values] : values).map((one) => ({ key, value: one }));
  });
  return (
    <Form action={asRoute(address.path)} prefetch={false} className="find">
      <input
        type="search"
        name={name}
        aria-label={label}
        placeholder={label}
        defaultValue={typeof value === "string" ? value : ""}
        // Another search is another field: the old words do not stay in it.
        key={typeof value === "string" ? value : ""}
        data-find
        aria-keyshortcuts="/"
      />
      {kept.map((parameter) => (
        <input
          key={`${parameter.key} ${parameter.value}`}
          type="hidden"
          name={parameter.key}
          value={parameter.value}
        />
      ))}
      <button type="submit" className="sr-only">
        {button}
      </button>
      <Kbd silent>/</Kbd>
    </Form>
  );
}
