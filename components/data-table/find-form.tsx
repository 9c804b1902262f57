import Form from "next/form";
import type { ListAddress } from "@/components/data-table/address";
import { HiddenParams } from "@/components/data-table/hidden-params";
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
      <HiddenParams params={address.params} but={name} />
      <button type="submit" className="sr-only">
        {button}
      </button>
      <Kbd silent>/</Kbd>
    </Form>
  );
}
