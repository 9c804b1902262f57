import { randomUUID } from "node:crypto";
import { getTranslations } from "next-intl/server";
import { fieldWords } from "@/app/(desk)/connections/field-words";
import { SecretsAgain } from "@/app/(desk)/connections/secrets-again";
import { ActionForm } from "@/components/form/action-form";
import { ErrorSummary } from "@/components/form/error-summary";
import type { FieldDescription } from "@/components/form/field-description";
import { FormBar } from "@/components/form/form-bar";
import { FormBlock } from "@/components/form/form-block";
import type { FormAction } from "@/components/form/form-state";
import { ProviderFields } from "@/components/form/provider-fields";
import { SubmitButton } from "@/components/form/submit-button";
import { PageHead } from "@/components/layout/page-head";
import { ButtonLink } from "@/components/ui/button";
import { Crumbs } from "@/components/ui/crumbs";
import type { ConnectionRow } from "@/lib/connections/list";
import { routes } from "@/lib/routes";

export interface ProviderFormProps {
  action: FormAction;
  connection: Pick<ConnectionRow, "id" | "name">;
  title: string;
  lead: string;
  /** Heading of the one block. */
  block: string;
  fields: readonly FieldDescription[];
  submit: string;
  working: string;
  /** What happens then. */
  note: string;
  /** Holds secrets, which a refused attempt does not bring back. */
  secret?: boolean;
}

/** One form of a provider's own, for a connection that exists. */
export async function ProviderForm({ connection, fields, secret = false, ...props }: ProviderFormProps) {
  const [t, all, words] = await Promise.all([
    getTranslations("connections"),
    getTranslations("connectionForms"),
    fieldWords(),
  ]);
  return (
    <ActionForm
      action={props.action}
      hidden={{ connection: connection.id, request_id: randomUUID() }}
      className="flex flex-1 flex-col"
    >
      <div className="px-(--margin) pt-3">
        <Crumbs
          items={[
            { label: t("title"), href: routes.connections() },
            { label: connection.name, href: routes.connection(connection.id) },
            { label: props.title },
          ]}
        />
      </div>
      <PageHead title={props.title} lead={props.lead} />
      <ErrorSummary title={all("toFix")} />
      <FormBlock title={props.block}>
        {secret ? <SecretsAgain>{all("secretsAgain")}</SecretsAgain> : null}
        <ProviderFields fields={fields} words={words} />
      </FormBlock>
      <FormBar end={props.note}>
        <SubmitButton working={props.working}>{props.submit}</SubmitButton>
        <ButtonLink href={routes.connection(connection.id)}>{all("back")}</ButtonLink>
      </FormBar>
    </ActionForm>
  );
}
