import { useTranslations } from "next-intl";
import { removeViewAction, saveViewAction } from "@/app/(desk)/_shared/view-actions";
import { ActionForm } from "@/components/form/action-form";
import { FormField } from "@/components/form/form-field";
import { FormOutcome } from "@/components/form/form-outcome";
import { SubmitButton } from "@/components/form/submit-button";
import { Anchor } from "@/components/ui/anchor";
import { asRoute } from "@/components/ui/as-route";
import { Checkbox } from "@/components/ui/checkbox";
import { TextInput } from "@/components/ui/text-input";

interface ShownView {
  id: string;
  name: string;
  query: string;
  ownerName: string;
  own: boolean;
  removable: boolean;
  /** The list stands as this view has it. */
  here: boolean;
}

interface ViewsMenuProps {
  path: string;
  views: readonly ShownView[];
  mayShare: boolean;
  /** What is kept when the present view is. */
  present: { list: string; query: string };
}

/** The views of a list, one's own and the team's; at its foot the present one can be kept. */
export function ViewsMenu({ path, views, mayShare, present }: ViewsMenuProps) {
  const t = useTranslations("views");
  const close = useTranslations("common")("close");
  const group = (title: string, shown: readonly ShownView[], label: (view: ShownView) => string) =>
    shown.length === 0 ? null : (
      <div>
        <p aria-hidden="true">{title}</p>
        <ul aria-label={title}>
          {shown.map((view) => (
            <li key={view.id} className="menu-row">
              <Anchor
                href={asRoute(view.query === "" ? path : `${path}?${view.query}`)}
                aria-current={view.here ? "true" : undefined}
              >
                {label(view)}
              </Anchor>
              {view.removable ? (
                <ActionForm action={removeViewAction} hidden={{ view: view.id }}>
                  <button type="submit" className="menu-remove" aria-label={t("remove", { name: view.name })}>
                    ×
                  </button>
                  <FormOutcome close={close} />
                </ActionForm>
              ) : null}
            </li>
          ))}
        </ul>
      </div>
    );
  return (
    <details className="chip-menu" data-menu>
      <summary className="word-button">{views.find((view) => view.here)?.name ?? t("title")}</summary>
      <div className="menu menu-end menu-column">
        {group(
          t("mine"),
          views.filter((view) => view.own),
          (view) => view.name,
        )}
        {group(
          t("team"),
          views.filter((view) => !view.own),
          (view) => t("of", { name: view.name, owner: view.ownerName }),
        )}
        {views.length === 0 ? <p className="menu-empty">{t("none")}</p> : null}
        <ActionForm action={saveViewAction} hidden={present} className="menu-form">
          <FormField name="name" label={t("name")} required>
            <TextInput maxLength={60} autoComplete="off" />
          </FormField>
          {mayShare ? <Checkbox name="team">{t("share")}</Checkbox> : null}
          <SubmitButton working={t("saving")} look="plain">
            {t("save")}
          </SubmitButton>
          <FormOutcome close={close} />
        </ActionForm>
      </div>
    </details>
  );
}
