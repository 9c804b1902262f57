import Form from "next/form";
import { getTranslations } from "next-intl/server";
import { type NewMandateView, newMandateHref } from "@/app/(desk)/mandates/new/load";
import { FormField } from "@/components/form/form-field";
import { Anchor } from "@/components/ui/anchor";
import { Button, ButtonLink } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";
import { routes } from "@/lib/routes";

/** Forms do not nest: the field stands in the mandate's form and belongs to this one, which stands after it. */
const FORM = "find-debtor";

export function FindDebtorForm({ view: { offer, from, draft } }: { view: NewMandateView }) {
  return (
    <Form id={FORM} action={routes.newMandate()} prefetch={false} scroll={false}>
      {offer ? <input type="hidden" name="agreement" value={offer.agreement.id} /> : null}
      {from ? <input type="hidden" name="from" value={from.id} /> : null}
      <input type="hidden" name="draft" value={draft.id} />
      <input type="hidden" name="debtor" value="" />
    </Form>
  );
}

/** Finding the debtor: a search with an address of its own, its answers as links, and the way to a new debtor. */
export async function FindDebtor({ view, mayAdd }: { view: NewMandateView; mayAdd: boolean }) {
  const t = await getTranslations("newMandate.who");
  const { find, found, offer } = view;
  const query = new URLSearchParams({
    for: "mandate",
    draft: view.draft.id,
    ...(offer ? { agreement: offer.agreement.id } : {}),
    ...(find ? { [/\d/.test(find) ? "customer_number" : "name"]: find } : {}),
  });
  return (
    <>
      <FormField
        name="debtor_id"
        label={t("debtor")}
        required
        hint={
          mayAdd ? (
            <>
              <Anchor href={`${routes.newDebtor()}?${query}`}>{t("new")}</Anchor>. {t("newSays")}
            </>
          ) : undefined
        }
      >
        <span className="flex gap-2">
          <TextInput
            type="search"
            name="q"
            form={FORM}
            aria-label={t("findLabel")}
            placeholder={t("findLabel")}
            defaultValue={find ?? ""}
            key={find ?? ""}
            data-find
          />
          <Button type="submit" form={FORM}>
            {t("findButton")}
          </Button>
        </span>
      </FormField>
      {find ? (
        <div className="field field-wide">
          <span className="field-label">{t("results")}</span>
          <div className="field-control">
            {found.length === 0 ? <p className="py-1">{t("nothing", { text: find })}</p> : null}
            <ul className="choices">
              {found.map((one) => (
                <li key={one.id}>
                  <span>
                    {one.name} <span className="text-ink-3">{one.customerNumber}</span>
                  </span>
                  <ButtonLink href={newMandateHref(view, { debtor: one.id })} scroll={false} data-choose>
                    {t("choose")}
                  </ButtonLink>
                </li>
              ))}
            </ul>
          </div>
        </div>
      ) : null}
    </>
  );
}
