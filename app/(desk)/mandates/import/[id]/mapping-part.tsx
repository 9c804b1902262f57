import { getLocale, getTranslations } from "next-intl/server";
import { oneParam, type SearchParams } from "@/app/(desk)/_shared/search-params";
import { startCheckAction } from "@/app/(desk)/mandates/import/[id]/actions";
import { ActionForm } from "@/components/form/action-form";
import { ErrorSummary } from "@/components/form/error-summary";
import { FormBar } from "@/components/form/form-bar";
import { FormBlock } from "@/components/form/form-block";
import { FormField } from "@/components/form/form-field";
import { SubmitButton } from "@/components/form/submit-button";
import { Section } from "@/components/layout/section";
import { ChoiceLinks } from "@/components/ui/choice-links";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import type { Ctx } from "@/lib/context";
import { sampleOfImport } from "@/lib/imports/confirm-reading";
import type { Import } from "@/lib/imports/door";
import { firstMapping, rememberedShape } from "@/lib/imports/mapping";
import { maskCell } from "@/lib/imports/mask-cell";
import type { ImportMapping } from "@/lib/imports/shapes";
import { type Target, targetsOf } from "@/lib/imports/targets";
import type { Locale } from "@/lib/kernel/locale";
import { mandateOffers, type Offer } from "@/lib/mandates/offer";
import { routes } from "@/lib/routes";

interface Props {
  ctx: Ctx;
  of: Import;
  params: SearchParams;
}

const groups = ["debtor", "mandate", "consent"] as const;

/** Under which agreement, and which column is what. */
export async function MappingPart({ ctx, of, params }: Props) {
  const [t, templates, offers, before] = await Promise.all([
    getTranslations("importColumns.mapping"),
    getTranslations("imports.templates"),
    mandateOffers(ctx),
    rememberedShape(ctx, of.shape),
  ]);
  const usable = offers.filter((one) => one.agreement.state === "active");
  const wanted = oneParam(params, "agreement") ?? of.agreementId ?? before?.agreementId;
  const offer = usable.find((one) => one.agreement.id === wanted) ?? usable[0];
  if (!offer) return <Section title={t("title")}>{templates("none")}</Section>;
  return (
    <>
      <Section title={t("title")}>
        <ChoiceLinks
          label={t("agreement")}
          links={usable.map((one) => ({
            key: one.agreement.id,
            label: `${one.provider.label} · ${one.agreement.name}`,
            href: `${routes.import(of.id)}?${new URLSearchParams({ agreement: one.agreement.id })}`,
            current: one === offer,
          }))}
        />
      </Section>
      <MappingForm ctx={ctx} of={of} offer={offer} />
    </>
  );
}

async function MappingForm({ ctx, of, offer }: { ctx: Ctx; of: Import; offer: Offer }) {
  const [t, form, common, locale] = await Promise.all([
    getTranslations("importColumns.mapping"),
    getTranslations("form"),
    getTranslations("common"),
    getLocale(),
  ]);
  const { mapping, remembered } = await firstMapping(ctx, of, offer);
  const examples = await examplesOf(ctx, of);
  const targets = targetsOf(offer);
  const used = new Set(Object.values(mapping).map((source) => ("column" in source ? source.column : -1)));
  const unused = of.heads.filter((head, column) => head !== "" && !used.has(column));
  const off = ctx.permissions.has("imports.prepare") ? undefined : common("needsPermission");
  return (
    <ActionForm
      key={offer.agreement.id}
      action={startCheckAction}
      hidden={{ id: of.id, agreement: offer.agreement.id }}
      className="flex flex-1 flex-col"
    >
      <ErrorSummary title={form("toFix")} />
      {groups.map((group) => {
        const own = targets.filter((target) => target.group === group);
        return own.length > 0 ? (
          <FormBlock key={group} title={t(`groups.${group}`)}>
            {own.map((target) => (
              <TargetField
                key={target.name}
                target={target}
                {...{ of, mapping, examples, locale, optional: form("optional") }}
              />
            ))}
          </FormBlock>
        ) : null;
      })}
      {remembered || unused.length > 0 ? (
        <p className="px-(--margin) py-2 text-ink-2">
          {remembered ? t("remembered") : null}{" "}
          {unused.length > 0 ? t("unused", { names: unused.join(", ") }) : null}
        </p>
      ) : null}
      <FormBar end={t("note")}>
        <SubmitButton working={t("checking")} off={off}>
          {t("check")}
        </SubmitButton>
      </FormBar>
    </ActionForm>
  );
}

/** For each column what stands in the first row that has something there. */
async function examplesOf(ctx: Ctx, of: Import): Promise<string[]> {
  const rows = await sampleOfImport(ctx, of, of.reading);
  const below = rows.filter((row) => row.line > of.reading.headLine);
  const LONGEST = 40;
  return of.heads.map((_, column) => {
    const cell = below.map((row) => row.cells[column]?.trim() ?? "").find((one) => one !== "") ?? "";
    return maskCell(cell).slice(0, LONGEST);
  });
}

interface FieldProps {
  target: Target;
  of: Import;
  mapping: ImportMapping;
  examples: readonly string[];
  locale: Locale;
  optional: string;
}

/** Where one field comes from: a column, or the same for all rows. */
async function TargetField({ target, of, mapping, examples, locale, optional }: FieldProps) {
  const t = await getTranslations("importColumns.mapping");
  const { name, field } = target;
  const source = mapping[name];
  const label = field.label[locale];
  const mayBeFixed = !field.sensitive && field.kind !== "customer_number";
  const value = source ? ("column" in source ? `c${source.column}` : "fixed") : "";
  const columns = of.heads.map((head, column) => {
    const cell = examples[column];
    const named = head || `${column + 1}`;
    return {
      value: `c${column}`,
      label: cell ? `${named}, ${t("example", { cell })}` : named,
    };
  });
  const options = mayBeFixed ? [...columns, { value: "fixed", label: t("fixed") }] : columns;
  return (
    <div className="mapping-source">
      <FormField
        name={name}
        label={label}
        hint={field.hint?.[locale]}
        required={field.required}
        optional={optional}
        value={value}
      >
        <Select options={options} placeholder={t("nothing")} />
      </FormField>
      {mayBeFixed ? (
        <div className="mapping-fixed">
          <FormField
            name={`${name}.fixed`}
            label={t("fixedFor", { field: label })}
            required
            value={source && "fixed" in source ? source.fixed : (field.initial ?? "")}
          >
            {field.options ? (
              <Select
                options={field.options.map((one) => ({ value: one.value, label: one.label[locale] }))}
                placeholder={t("choose")}
              />
            ) : (
              <TextInput autoComplete="off" />
            )}
          </FormField>
        </div>
      ) : null}
    </div>
  );
}
