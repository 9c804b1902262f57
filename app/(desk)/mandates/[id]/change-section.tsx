import { getTranslations } from "next-intl/server";
import { decideChangeAction } from "@/app/(desk)/mandates/[id]/actions";
import type { MandateView } from "@/app/(desk)/mandates/[id]/load";
import { ActionForm } from "@/components/form/action-form";
import { ConfirmDialog } from "@/components/form/confirm-dialog";
import { ErrorSummary } from "@/components/form/error-summary";
import { FormField } from "@/components/form/form-field";
import { FormOutcome } from "@/components/form/form-outcome";
import { SubmitButton } from "@/components/form/submit-button";
import { type ActionRow, ActionRows } from "@/components/record/actions-table";
import { Anchor } from "@/components/ui/anchor";
import { TextInput } from "@/components/ui/text-input";
import type { Ctx } from "@/lib/context";
import { routes } from "@/lib/routes";

type Change = NonNullable<MandateView["change"]>;

/** A change of account that is under way: where it is, the other mandate, and who may decide. */
export async function ChangeSection({ ctx, view }: { ctx: Ctx; view: MandateView }) {
  const { change, mandate } = view;
  const t = await getTranslations("accountChange");
  if (!change) return null;
  const isOld = mandate.id === change.oldMandateId;
  const other = isOld ? change.newMandateId : change.oldMandateId;
  const rows = isOld ? await decisions(ctx, change) : [];
  return (
    <section className="record-part record-section" aria-labelledby="account-change">
      <h2 id="account-change">{t("verb")}</h2>
      <p className="max-w-160 pb-2">
        {t(`state.${stateOf(change)}`, { name: change.askedByName })}{" "}
        {other ? <Anchor href={routes.mandate(other)}>{t(isOld ? "newLink" : "oldLink")}</Anchor> : null}
      </p>
      {rows.length > 0 ? <ActionRows rows={rows} label={t("verb")} /> : null}
    </section>
  );
}

const stateOf = ({ state }: Change): "waits" | "open" | "ending" =>
  state === "waits" || state === "open" ? state : "ending";

async function decisions(ctx: Ctx, change: Change): Promise<ActionRow[]> {
  const [t, common, record] = await Promise.all([
    getTranslations("accountChange"),
    getTranslations("common"),
    getTranslations("mandate.actions"),
  ]);
  const hidden = { change: change.id };
  const rows: ActionRow[] = [];
  if (change.state === "waits") {
    const may = ctx.permissions.has("mandates.approve_change") && change.askedById !== ctx.actor.id;
    if (!may) rows.push({ key: "approve", label: t("approve"), off: t("approveRole") });
    else
      rows.push(
        {
          key: "approve",
          verb: (
            <ActionForm action={decideChangeAction} hidden={{ ...hidden, act: "approve" }}>
              <SubmitButton look="solid" working={t("approving")}>
                {t("approve")}
              </SubmitButton>
              <FormOutcome close={common("close")} />
            </ActionForm>
          ),
          consequence: t("approveSays"),
        },
        { key: "refuse", verb: <Stop act="refuse" hidden={hidden} />, consequence: t("refuseSays") },
      );
  }
  if (change.state !== "ending")
    rows.push(
      ctx.permissions.has("mandates.write")
        ? { key: "call_off", verb: <Stop act="callOff" hidden={hidden} />, consequence: t("callOffSays") }
        : { key: "call_off", label: t("callOff"), off: record("role") },
    );
  return rows;
}

async function Stop({ act, hidden }: { act: "refuse" | "callOff"; hidden: Record<string, string> }) {
  const [t, common, form, record] = await Promise.all([
    getTranslations("accountChange"),
    getTranslations("common"),
    getTranslations("form"),
    getTranslations("mandate.actions"),
  ]);
  return (
    <ConfirmDialog
      trigger={t(act)}
      look="word"
      title={t(`${act}Title`)}
      consequence={t(`${act}Says`)}
      confirm={t(act)}
      working={record("working")}
      keep={common("keep")}
      action={decideChangeAction}
      hidden={{ ...hidden, act }}
    >
      <ErrorSummary title={form("toFix")} />
      <FormField name="reason" label={record("reason")} hint={record("reasonHint")} required>
        <TextInput />
      </FormField>
    </ConfirmDialog>
  );
}
