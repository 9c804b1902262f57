import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { chooseAction } from "@/app/(desk)/runs/[id]/actions";
import type { RunPage } from "@/app/(desk)/runs/[id]/load";
import type { Column } from "@/components/data-table/column";
import { ActionForm } from "@/components/form/action-form";
import { FormOutcome } from "@/components/form/form-outcome";
import { SubmitButton } from "@/components/form/submit-button";
import { Anchor } from "@/components/ui/anchor";
import { Mark } from "@/components/ui/mark";
import { formatDay, formatMoney } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/writer";
import { day } from "@/lib/kernel/day";
import { dayIn } from "@/lib/kernel/instant";
import { routes } from "@/lib/routes";
import type { RunItem } from "@/lib/runs/replan";
import { mayInclude, verdictOf } from "@/lib/runs/states";

/** The columns of a plan's rows: whose, how much, when, what is to be known, and what a person may change. */
export async function itemColumns(
  page: RunPage,
  reader: Reader,
  mayChange: boolean,
): Promise<Column<RunItem>[]> {
  const [t, does, common, note] = await Promise.all([
    getTranslations("runPlan.plan.columns"),
    getTranslations("runActs"),
    getTranslations("common"),
    notes(reader),
  ]);
  const today = dayIn(reader.now, reader.zone);
  const written = (of: string | null) => of && formatDay(day(of), reader.locale, { year: today });
  const change: Column<RunItem> = {
    key: "choice",
    header: t("choice"),
    cell: (item) => {
      const out = item.state === "planned";
      if (!out && !(item.state === "excluded" && mayInclude(item.reason))) return null;
      const label = does(out ? "takeOutRow" : "letInRow", { n: String(item.n) });
      return (
        <ActionForm
          action={chooseAction}
          aria-label={label}
          hidden={{ id: page.run.id, row: String(item.n), choice: out ? "out" : "in" }}
        >
          <SubmitButton look="word" working={does("working")}>
            {does(out ? "takeOut" : "letIn")}
            <span className="sr-only">: {label}</span>
          </SubmitButton>
          <FormOutcome close={common("close")} />
        </ActionForm>
      );
    },
  };
  const payment: Column<RunItem> = {
    key: "payment",
    header: t("payment"),
    hide: "narrow",
    cell: (item) => item.paymentId && <Anchor href={routes.payment(item.paymentId)}>{item.reference}</Anchor>,
  };
  return [
    { key: "n", header: t("n"), align: "right", muted: true, cell: (item) => item.n },
    {
      key: "debtor",
      header: t("debtor"),
      names: true,
      cell: (item) => item.debtorName || item.given.customer,
    },
    {
      key: "customer",
      header: t("customer"),
      muted: true,
      hide: "narrow",
      cell: (item) => item.given.customer,
    },
    { key: "reference", header: t("reference"), muted: true, hide: "medium", cell: (item) => item.reference },
    {
      key: "wanted",
      header: t("wanted"),
      align: "right",
      hide: "medium",
      cell: (item) => written(item.wanted),
    },
    {
      key: "planned",
      header: t("planned"),
      align: "right",
      hide: "narrow",
      cell: (item) =>
        item.planned === item.wanted ? written(item.planned) : item.planned && <b>{written(item.planned)}</b>,
    },
    { key: "note", header: t("note"), cell: note },
    { key: "currency", header: t("currency"), align: "currency", cell: (item) => item.currency },
    {
      key: "amount",
      header: t("amount"),
      align: "amount",
      cell: ({ currency, amountMinor, given }) =>
        currency ? formatMoney({ currency, amountMinor }, reader.locale).amount : given.amount,
    },
    ...(page.run.sentAt ? [payment] : []),
    ...(mayChange ? [change] : []),
  ];
}

/** The verdict of a row in a sentence; nothing for one that is simply good. */
async function notes({ locale }: Reader): Promise<(item: RunItem) => ReactNode> {
  const [t, details] = await Promise.all([
    getTranslations("runPlan.reasons"),
    getTranslations("runPlan.details"),
  ]);
  const detailOf = ({ reason, reasonParams: { row, run }, given }: RunItem): string => {
    if (row !== undefined) return details("row", { row: String(row) });
    if (run !== undefined) return details("run", { run: String(run) });
    if (reason !== "amount_bad" && reason !== "due_bad") return "";
    return details("given", { given: reason === "due_bad" ? given.due : given.amount });
  };
  return (item) => {
    if (item.reason === null) return null;
    // A mandate's obstacle is told in its provider's own words.
    const theirs = item.reason === "mandate_unusable" ? item.reasonParams[locale] : undefined;
    const says = typeof theirs === "string" ? theirs : t(item.reason);
    return (
      <span className="flex items-baseline gap-2">
        <Mark name={verdictOf(item) === "excluded" ? "ended" : "waits"} />
        <span>
          {says} {detailOf(item)}
        </span>
      </span>
    );
  };
}
