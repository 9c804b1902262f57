import { getLocale, getTranslations } from "next-intl/server";
import { DESK_ZONE } from "@/app/(desk)/_shared/moment";
import { ConsentTextForm } from "@/app/(desk)/settings/consent-text-form";
import type { Column } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import { Section } from "@/components/layout/section";
import { StateWord } from "@/components/ui/state-word";
import { whoCan } from "@/lib/access/who-can";
import { listConsentTexts, type TextChoice, textChoices } from "@/lib/consents/texts";
import type { Ctx } from "@/lib/context";
import { formatDay } from "@/lib/i18n/format";
import { dayIn } from "@/lib/kernel/instant";
import type { Locale } from "@/lib/kernel/locale";
import { mandateOffers } from "@/lib/mandates/offer";

type Row = TextChoice & { scheme: string };

/** The words debtors agree to, per scheme and language; an admin puts a new version in force. */
export async function ConsentTexts({ ctx }: { ctx: Ctx }) {
  const [t, languages, locale] = await Promise.all([
    getTranslations("consentTexts"),
    getTranslations("languages"),
    getLocale(),
  ]);
  const schemes = await schemesWithText(ctx, locale);
  const rows: Row[] = [];
  for (const scheme of schemes)
    for (const one of await textChoices(ctx, scheme)) rows.push({ ...one, scheme: scheme.label[locale] });
  const today = dayIn(ctx.clock.now(), DESK_ZONE);
  const columns: Column<Row>[] = [
    { key: "version", header: t("version"), names: true, cell: (row) => row.name },
    { key: "scheme", header: t("scheme"), cell: (row) => row.scheme },
    { key: "language", header: t("language"), hide: "narrow", cell: (row) => languages(row.language) },
    {
      key: "text",
      header: t("text"),
      cell: (row) => (
        <span lang={row.language} className="consent-words">
          {row.text}
        </span>
      ),
    },
    {
      key: "since",
      header: t("since"),
      muted: true,
      hide: "medium",
      cell: ({ since }) =>
        since
          ? t("sinceSays", {
              day: formatDay(dayIn(since.at, DESK_ZONE), locale, { year: today }),
              name: since.by,
            })
          : t("house"),
    },
    {
      key: "state",
      header: "",
      hide: "narrow",
      cell: (row) => (
        <StateWord mark={row.current ? "final" : "ended"}>{t(row.current ? "current" : "older")}</StateWord>
      ),
    },
  ];
  return (
    <>
      <Section title={t("title")} note={t("note")}>
        {null}
      </Section>
      <DataTable
        caption={t("title")}
        columns={columns}
        rows={rows}
        rowKey={(row) => `${row.scheme} ${row.id}`}
        empty={null}
      />
      {ctx.permissions.has("consents.manage") ? (
        <ConsentTextForm
          schemes={schemes.map(({ code, label }) => ({ value: code, label: label[locale] }))}
        />
      ) : (
        <Refused ctx={ctx} />
      )}
    </>
  );
}

async function Refused({ ctx }: { ctx: Ctx }) {
  const t = await getTranslations("consentTexts");
  const names = (await whoCan(ctx, "consents.manage")).join(", ");
  return <p className="text-ink-2 px-(--margin) py-3">{names ? t("off", { names }) : t("offNobody")}</p>;
}

/** Schemes in which we record a consent, and those that have a text already; by name. */
async function schemesWithText(ctx: Ctx, locale: Locale) {
  const [offers, stored] = await Promise.all([mandateOffers(ctx), listConsentTexts(ctx)]);
  const codes = new Set([
    ...offers.filter((one) => one.capabilities.mandates === "form").map((one) => one.agreement.scheme),
    ...stored.map((one) => one.scheme),
  ]);
  const all = Object.values(ctx.providers).flatMap((provider) => provider.schemes);
  const found = new Map(all.filter((one) => codes.has(one.code)).map((one) => [one.code, one]));
  return [...found.values()].sort((a, b) => a.label[locale].localeCompare(b.label[locale], locale));
}
