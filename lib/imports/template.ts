import { type Ctx, requirePermission } from "@/lib/context";
import type { Locale } from "@/lib/kernel/locale";
import { mandateOffer, type Offer } from "@/lib/mandates/offer";
import { plainName } from "./column-names";
import { BYTE_ORDER_MARK, csvLine } from "./csv-line";
import { type Target, targetsOf } from "./targets";

/** Names over the columns of a template: what the agreement's form asks for, each thing once. */
export function templateHeads(offer: Pick<Offer, "form" | "capabilities">, locale: Locale): string[] {
  const heads = new Map<string, Target>();
  for (const target of targetsOf(offer)) {
    const { field } = target;
    if (field.name === "registration") continue;
    const label = field.label[locale];
    const other = heads.get(plainName(label));
    // One e-mail column fills both e-mail fields; two different things of one name are told apart.
    if (other?.field.kind === field.kind && field.kind !== "choice" && field.kind !== "text") continue;
    heads.set(plainName(other ? headOf(target, locale) : label), target);
  }
  return [...heads].map(([name, target]) =>
    plainName(target.field.label[locale]) === name ? target.field.label[locale] : headOf(target, locale),
  );
}

const headOf = ({ field }: Target, locale: Locale): string => `${field.label[locale]} (${field.name})`;

/** An empty file with the columns of an agreement's form. */
export async function templateFile(
  ctx: Ctx,
  agreementId: string,
  locale: Locale,
): Promise<{ name: string; text: string }> {
  requirePermission(ctx, "read");
  const offer = await mandateOffer(ctx, agreementId);
  const name = plainName(`${offer.provider.label} ${offer.agreement.name}`) || "template";
  return { name: `${name}.csv`, text: BYTE_ORDER_MARK + csvLine(templateHeads(offer, locale), ";") };
}
