import type { getTranslations } from "next-intl/server";
import { describeFields, type FieldDescription } from "@/components/form/field-description";
import type { Locale } from "@/lib/kernel/locale";
import type { Environment, ProviderModule } from "@/lib/providers/contract";

type Words = Awaited<ReturnType<typeof getTranslations<"connectionForms.create">>>;

const WHEN = "credential_when";

/** Name and address. A simulator's address must be said; a real provider's own is used when it is left empty. */
export function connectionFields(
  provider: Pick<ProviderModule, "label" | "baseUrls">,
  environment: Environment,
  t: Words,
): FieldDescription[] {
  const simulator = environment === "simulator";
  return [
    {
      name: "name",
      kind: "text",
      label: t("name"),
      hint: t("nameHint"),
      required: true,
      maxLength: 100,
      value: provider.label,
    },
    {
      name: "base_url",
      kind: "url",
      label: simulator ? t("baseUrl") : t("advanced"),
      hint: simulator ? t("baseUrlSimulator") : t("baseUrlOwn", { address: provider.baseUrls[environment] }),
      required: simulator,
    },
  ];
}

/** The provider's credential form behind one question: now or later. */
export function credentialFields(
  provider: Pick<ProviderModule, "credentialForm">,
  locale: Locale,
  t: Words,
): FieldDescription[] {
  const now = { field: WHEN, is: ["now"] };
  return [
    {
      name: WHEN,
      kind: "choice",
      label: t("when"),
      required: true,
      value: "now",
      options: [
        { value: "now", label: t("now") },
        { value: "later", label: t("later") },
      ],
    },
    // A field that depends on another one depends on this one through it.
    ...describeFields(provider.credentialForm, locale).map((field) => ({ when: now, ...field })),
  ];
}
