import { getTranslations } from "next-intl/server";
import { placesOf } from "@/app/(desk)/places";
import type { RankedGroup } from "@/app/api/desk/search/ranked-group";
import type { SearchOption } from "@/components/search/answer";
import type { Permission } from "@/lib/access/permissions";
import type { Ctx } from "@/lib/context";
import { fold } from "@/lib/kernel/fold";
import { routes } from "@/lib/routes";
import type { DebtorHit } from "@/lib/search/search-everything";

type Words = Awaited<ReturnType<typeof getTranslations<"search">>>;

/** A place to go to or something to begin. */
export interface Act {
  key: string;
  kind: "places" | "actions";
  label: string;
  href: string;
}

const begins = {
  newMandate: { permission: "mandates.write", href: routes.newMandate() },
  newPayment: { permission: "payments.create", href: routes.newPayment() },
  newDebtor: { permission: "debtors.write", href: routes.newDebtor() },
  newRun: { permission: "runs.prepare", href: routes.newRun() },
  newConnection: { permission: "connections.manage", href: routes.newConnection() },
} as const satisfies Record<string, { permission: Permission; href: string }>;

/** Everything of that kind which this person may do. */
export async function actsOf(ctx: Ctx): Promise<Act[]> {
  const [t, nav] = await Promise.all([getTranslations("search"), getTranslations("nav")]);
  const keys = Object.keys(begins) as (keyof typeof begins)[];
  return [
    ...keys
      .filter((key) => ctx.permissions.has(begins[key].permission))
      .map((key): Act => ({ key, kind: "actions", label: t(`actions.${key}`), href: begins[key].href })),
    ...placesOf(ctx, nav).groups.flatMap((group) =>
      group.places.map(({ label, href }): Act => ({ key: href, kind: "places", label, href })),
    ),
  ];
}

/** Those whose labels have a word for every word typed; all of them when nothing is. */
export function actsFor(acts: readonly Act[], text: string, t: Words): RankedGroup[] {
  const words = fold(text).split(" ").filter(Boolean);
  const fits = ({ label }: Act) => {
    const own = fold(label).split(" ");
    return words.every((word) => own.some((one) => one.startsWith(word)));
  };
  return (["actions", "places"] as const).map((kind) => {
    const found = acts.filter((act) => act.kind === kind && fits(act));
    const whole = found.some((act) => fold(act.label).startsWith(fold(text)));
    const rank = (kind === "actions" ? 1 : 0) + (whole ? 85 : 45);
    return { key: kind, label: t(`groups.${kind}`), rank, options: found.map(optionOf) };
  });
}

const optionOf = ({ key, label, href }: Act): SearchOption => ({ id: key, href, title: label });

/** The act that a text begins with, and what follows it. */
export function actTyped(acts: readonly Act[], text: string): { act: Act; rest: string } | null {
  const folded = fold(text);
  const act = acts.find((one) => one.kind === "actions" && folded.startsWith(`${fold(one.label)} `));
  if (!act) return null;
  // Folding may change how long a word is: what follows is counted in words.
  const rest = text.trim().split(/\s+/).slice(fold(act.label).split(" ").length);
  return { act, rest: rest.join(" ") };
}

/** For so many debtors their acts are offered unasked. */
const UNASKED = 1;

/** What can be begun for the debtors that were found: for the likeliest, or for all when the act was typed. */
export function forDebtors(
  ctx: Ctx,
  debtors: readonly DebtorHit[],
  typed: string | undefined,
  t: Words,
): RankedGroup {
  const options = debtors.slice(0, typed ? debtors.length : UNASKED).flatMap((one) => ofDebtor(ctx, one, t));
  const wanted = typed ? options.filter((one) => one.id.startsWith(`${typed}-`)) : options;
  const rank = typed ? 110 : Math.max(0, ...debtors.map((one) => one.rank)) - 0.5;
  return { key: "actions", label: t("groups.actions"), options: wanted, rank };
}

function ofDebtor({ permissions }: Ctx, { debtor, standing }: DebtorHit, t: Words): SearchOption[] {
  const about = { title: debtor.name, detail: debtor.customerNumber };
  const options: SearchOption[] = [];
  if (permissions.has("payments.create") && standing.code === "chargeable")
    options.push({
      id: `newPayment-${debtor.id}`,
      href: `${routes.newPayment()}?mandate=${standing.by.id}`,
      title: t("actions.paymentFor", { name: about.title }),
      detail: about.detail,
    });
  if (permissions.has("mandates.write"))
    options.push({
      id: `newMandate-${debtor.id}`,
      href: `${routes.newMandate()}?debtor=${debtor.id}`,
      title: t("actions.mandateFor", { name: about.title }),
      detail: about.detail,
    });
  return options;
}
