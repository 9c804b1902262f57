import { getLocale, getTranslations } from "next-intl/server";
import { newAddress, obstacle } from "@/app/(desk)/connections/new/offers";
import { hrefWith } from "@/components/data-table/address";
import { PageHead } from "@/components/layout/page-head";
import { Section } from "@/components/layout/section";
import { ActionRows } from "@/components/record/actions-table";
import { Anchor } from "@/components/ui/anchor";
import { ButtonLink } from "@/components/ui/button";
import type { Ctx } from "@/lib/context";
import type { Locale } from "@/lib/kernel/locale";
import type { ProviderModule } from "@/lib/providers/contract";
import { environments } from "@/lib/providers/environments";

/** The first step: which provider and where. What cannot be had stays, with the reason. */
export async function ChooseProvider({ ctx }: { ctx: Ctx }) {
  const [t, names, locale] = await Promise.all([
    getTranslations("connectionForms.choose"),
    getTranslations("connections.environment"),
    getLocale(),
  ]);
  const reasons = { movable: t("movable"), not_offered: t("environmentOff") };
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      {Object.values(ctx.providers).map((provider) => (
        <Section
          key={provider.id}
          title={provider.label}
          note={schemesOf(provider, locale)}
          end={<Anchor href={provider.docsUrl}>{t("docs")}</Anchor>}
        >
          <p className="max-w-[720px] pb-1 text-ink-2">{provider.about[locale]}</p>
          <ActionRows
            label={provider.label}
            rows={environments.map((environment) => {
              const off = obstacle(provider, environment, ctx.clock.movable);
              const key = environment;
              if (off) return { key, label: names(environment), off: `${reasons[off]}.` };
              const href = hrefWith(newAddress, { provider: provider.id, environment });
              return {
                key,
                verb: (
                  <ButtonLink key={key} href={href} look="word">
                    {names(environment)}
                  </ButtonLink>
                ),
                consequence: t(`about.${environment}`),
              };
            })}
          />
        </Section>
      ))}
    </>
  );
}

/** The names of its schemes, where they say more than its own. */
function schemesOf({ schemes, label }: ProviderModule, locale: Locale): string {
  return [...new Set(schemes.map((scheme) => scheme.label[locale]))]
    .filter((name) => name !== label)
    .join(", ");
}
