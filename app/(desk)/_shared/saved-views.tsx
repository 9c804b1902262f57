import { getTranslations } from "next-intl/server";
import { removeViewAction, saveViewAction } from "@/app/(desk)/_shared/view-actions";
import { hrefWith, type ListAddress } from "@/components/data-table/address";
import { ActionForm } from "@/components/form/action-form";
import { FormField } from "@/components/form/form-field";
import { FormOutcome } from "@/components/form/form-outcome";
import { SubmitButton } from "@/components/form/submit-button";
import { Anchor } from "@/components/ui/anchor";
import { Checkbox } from "@/components/ui/checkbox";
import { TextInput } from "@/components/ui/text-input";
import type { ViewedList } from "@/db/tables/views";
import type { Ctx } from "@/lib/context";
import { listViews, type View } from "@/lib/views/list";
import { viewQuery } from "@/lib/views/query";

interface SavedViewsProps {
  ctx: Ctx;
  list: ViewedList;
  address: ListAddress;
}

/** The views kept of a list, one's own and the team's, and the present one to be kept as well. */
export async function SavedViews({ ctx, list, address }: SavedViewsProps) {
  const [t, common, found] = await Promise.all([
    getTranslations("views"),
    getTranslations("common"),
    listViews(ctx, list),
  ]);
  const query = viewQuery(hrefWith(address, {}).split("?")[1] ?? "");
  const own = found.filter((view) => view.ownerId === ctx.actor.id);
  const others = found.filter((view) => view.ownerId !== ctx.actor.id);
  const here = found.find((view) => view.query === query);
  const mayRemove = (view: View) => view.ownerId === ctx.actor.id || ctx.permissions.has("people.manage");
  const group = (title: string, views: readonly View[], label: (view: View) => string) =>
    views.length === 0 ? null : (
      <div>
        <p aria-hidden="true">{title}</p>
        <ul aria-label={title}>
          {views.map((view) => (
            <li key={view.id} className="menu-row">
              <Anchor
                href={view.query === "" ? address.path : `${address.path}?${view.query}`}
                aria-current={view === here ? "true" : undefined}
              >
                {label(view)}
              </Anchor>
              {mayRemove(view) ? (
                <ActionForm action={removeViewAction} hidden={{ view: view.id }}>
                  <button type="submit" className="menu-remove" aria-label={t("remove", { name: view.name })}>
                    ×
                  </button>
                  <FormOutcome close={common("close")} />
                </ActionForm>
              ) : null}
            </li>
          ))}
        </ul>
      </div>
    );
  return (
    <details className="chip-menu" data-menu>
      <summary className="word-button">{here?.name ?? t("title")}</summary>
      <div className="menu menu-end menu-column">
        {group(t("mine"), own, (view) => view.name)}
        {group(t("team"), others, (view) => t("of", { name: view.name, owner: view.ownerName }))}
        {found.length === 0 ? <p className="menu-empty">{t("none")}</p> : null}
        <ActionForm action={saveViewAction} hidden={{ list, query }} className="menu-form">
          <FormField name="name" label={t("name")} required>
            <TextInput maxLength={60} autoComplete="off" />
          </FormField>
          {ctx.permissions.has("views.share") ? <Checkbox name="team">{t("share")}</Checkbox> : null}
          <SubmitButton working={t("saving")} look="plain">
            {t("save")}
          </SubmitButton>
          <FormOutcome close={common("close")} />
        </ActionForm>
      </div>
    </details>
  );
}
