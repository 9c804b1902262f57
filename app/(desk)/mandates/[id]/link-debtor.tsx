import { getTranslations } from "next-intl/server";
import { RecordSection } from "@/app/(desk)/_shared/record-section";
import { linkMandateAction } from "@/app/(desk)/mandates/[id]/actions";
import { ActionForm } from "@/components/form/action-form";
import { FormOutcome } from "@/components/form/form-outcome";
import { SubmitButton } from "@/components/form/submit-button";
import { Anchor } from "@/components/ui/anchor";
import { Button, ButtonLink } from "@/components/ui/button";
import type { Ctx } from "@/lib/context";
import { listDebtors } from "@/lib/debtors/list";
import type { MandateRow } from "@/lib/mandates/columns";
import { routes } from "@/lib/routes";

const SHOWN = 8;

/** A mandate that a provider reported and nobody here belongs to: a person says whose it is. */
export async function LinkDebtor({
  ctx,
  mandate,
  find,
}: {
  ctx: Ctx;
  mandate: MandateRow;
  find: string | undefined;
}) {
  const [t, common] = await Promise.all([getTranslations("mandate.link"), getTranslations("common")]);
  const may = ctx.permissions.has("mandates.write");
  const found = find && may ? (await listDebtors(ctx, { search: find }, { limit: SHOWN })).rows : [];
  const query = new URLSearchParams({
    for: "link",
    mandate: mandate.id,
    customer_number: mandate.customerNumber,
    ...(mandate.debtorName ? { name: mandate.debtorName } : {}),
  });
  return (
    <RecordSection title={t("title")}>
      <p className="text-ink-2">{t("lead", { number: mandate.customerNumber })}</p>
      {may ? (
        <>
          <form className="flex flex-wrap gap-3 py-3" action={routes.mandate(mandate.id)}>
            <input
              className="input w-67"
              type="search"
              name="q"
              aria-label={t("find")}
              placeholder={t("find")}
              defaultValue={find}
            />
            <Button type="submit">{t("findButton")}</Button>
            <ButtonLink href={`${routes.newDebtor()}?${query}`} look="word">
              {t("new")}
            </ButtonLink>
          </form>
          {find && found.length === 0 ? <p>{t("nothing", { text: find })}</p> : null}
          <ul className="choices">
            {found.map((debtor) => (
              <li key={debtor.id}>
                <span>
                  <Anchor href={routes.debtor(debtor.id)}>{debtor.name}</Anchor>{" "}
                  <span className="text-ink-3">{debtor.customerNumber}</span>
                </span>
                <ActionForm action={linkMandateAction} hidden={{ mandate: mandate.id, debtor: debtor.id }}>
                  <SubmitButton look="plain" working={t("doing")}>
                    {t("do")}
                  </SubmitButton>
                  <FormOutcome close={common("close")} />
                </ActionForm>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p>{t("off")}</p>
      )}
    </RecordSection>
  );
}
