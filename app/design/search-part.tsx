import { useTranslations } from "next-intl";
import { PartTabs } from "@/app/design/part-tabs";
import { SearchSample } from "@/app/design/search-samples";
import { PageHead } from "@/components/layout/page-head";
import { Section } from "@/components/layout/section";
import type { SearchAnswer, SearchGroup } from "@/components/search/answer";

/** What the search answers: found, found by a slip, nothing, and what may not be looked for. */
export function SearchPart() {
  const t = useTranslations("search");
  const test = useTranslations("states")("testMark");
  const hints = [
    { key: "↑↓", text: t("keys.move") },
    { key: "Enter", text: t("keys.open") },
    { key: "Esc", text: t("keys.close") },
  ];
  const answer = (groups: SearchGroup[], more: Partial<SearchAnswer> = {}): SearchAnswer => ({
    groups,
    hints,
    said: t("found", { count: groups.flatMap((group) => group.options).length }),
    ...more,
  });
  const debtor = (id: string, title: string, detail: string) => ({ id, title, detail, href: "/design" });
  const found: SearchGroup[] = [
    {
      key: "debtors",
      label: t("groups.debtors"),
      options: [
        {
          ...debtor("d1", "Birgit Aagaard-Storm", "104 882"),
          state: { mark: "final", text: t("standing.chargeable") },
          why: t("why.name"),
        },
        {
          ...debtor("d2", "Birgitte van der Aagaard-Westerholtz Christoffersen", "WL-20418"),
          state: { mark: "unknown", text: t("standing.unknown") },
          why: t("why.email", { shown: "birgitte.aagaard-westerholtz@post.example" }),
        },
        {
          ...debtor("d3", "Bæk-Nielsen, Søren", "104 115"),
          state: { mark: "ended", text: t("standing.none") },
          why: t("why.spelling"),
        },
      ],
    },
    {
      key: "mandates",
      label: t("groups.mandates"),
      options: [
        {
          ...debtor("m1", "Birgit Aagaard-Storm", "Betalingsservice, 0012345678"),
          state: { mark: "pending", text: t("standing.waiting") },
          test,
          why: t("why.mandateNumber", { shown: "0012345678" }),
        },
      ],
    },
    {
      key: "payments",
      label: t("groups.payments"),
      options: [
        {
          ...debtor("p1", "Birgit Aagaard-Storm", "DKK 1,236.75, 1 Dec, INV-2026-0042"),
          state: { mark: "settled", text: t("standing.elsewhere") },
          why: t("why.reference"),
        },
      ],
    },
    {
      key: "actions",
      label: t("groups.actions"),
      options: [
        { id: "a1", href: "/design", title: t("actions.paymentFor", { name: "Birgit Aagaard-Storm" }) },
        { id: "a2", href: "/design", title: t("actions.newMandate") },
      ],
    },
  ];
  return (
    <>
      <PageHead title={t("label")} />
      <PartTabs current="search" />
      <Section title={t("found", { count: 7 })}>
        <SearchSample id="found-" answer={answer(found)} />
      </Section>
      <Section title={t("nothing")}>
        <SearchSample
          id="nothing-"
          answer={answer([], { nothing: { title: t("nothing"), hint: t("hint") } })}
        />
      </Section>
      <Section title={t("why.identity", { shown: "" })}>
        <SearchSample id="secret-" answer={answer([], { note: t("secrets") })} />
      </Section>
    </>
  );
}
