import type { AgreementView } from "@/lib/providers/contract";
import { schemeCode } from "./map";
import { agreementNumbers } from "./prepare";
import { readSchemeData, type WireAgreement } from "./wire";

/** Our form's fields and how their agreement compares: what it says otherwise, and what it does not say. */
interface AgreementComparison {
  different: readonly string[];
  unsaid: readonly string[];
}

const numberFields = {
  cvrNumber: "cvr_number",
  pbsNumber: "pbs_number",
  creditorNumber: "creditor_number",
} as const;

/** A number that came as a JSON number has lost its leading zeros. */
const bare = (digits: string) => digits.replace(/\s/g, "").replace(/^0+/, "");

/** Compares scheme, test flag and numbers; the scheme data come under three names in as many generations of the pages. */
export function compareAgreement(ours: AgreementView, theirs: WireAgreement): AgreementComparison {
  const data = new Map(
    [theirs.meta, theirs.metaData, theirs.schemeData].flatMap((one) => [...readSchemeData(one)]),
  );
  const wanted = agreementNumbers(ours);
  const pairs: [string, boolean | null][] = [
    ["scheme", theirs.scheme === null ? null : schemeCode(theirs.scheme) === ours.scheme],
    ["test", theirs.test === null ? null : theirs.test === ours.test],
  ];
  for (const [name, field] of Object.entries(numberFields)) {
    const want = wanted[name];
    const said = data.get(name.toLowerCase());
    if (want !== undefined) pairs.push([field, said === undefined ? null : bare(said) === bare(want)]);
  }
  return {
    different: pairs.filter(([, same]) => same === false).map(([field]) => field),
    unsaid: pairs.filter(([, same]) => same === null).map(([field]) => field),
  };
}
