import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { BulkProps } from "@/app/(desk)/_bulk/bulk-head";
import { bulkTeller } from "@/app/(desk)/_bulk/words";
import { keptParams, oneParam, type SearchParams } from "@/app/(desk)/_shared/search-params";
import { CURSOR, hrefWith } from "@/components/data-table/address";
import type { Column } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import { TableFoot } from "@/components/data-table/table-foot";
import { Section } from "@/components/layout/section";
import { asRoute } from "@/components/ui/as-route";
import { TabLinks } from "@/components/ui/tab-links";
import { type BulkRow, listBulkRows } from "@/lib/bulk/get";
import { type BulkPart, countIn } from "@/lib/bulk/progress";
import type { BulkState, RowState } from "@/lib/bulk/states";
import type { Ctx } from "@/lib/context";
import { formatMoney, formatNumber } from "@/lib/i18n/format";
import { AppError } from "@/lib/kernel/errors";
import { mandatesByIds } from "@/lib/mandates/by-ids";
import { paymentsByIds } from "@/lib/payments/by-ids";
import { routes } from "@/lib/routes";

interface Props extends BulkProps {
  noun: "payment" | "mandate";
  params: SearchParams;
}

const states: readonly RowState[] = ["planned", "done", "refused", "left_out"];

/** The rows by where they are, each with what happens or why not. */
export async function BulkRows({ ctx, view, reader, noun, params }: Props) {
  const { bulk, parts } = view;
  const t = await getTranslations("bulk");
  const address = {
    path: routes.bulk(noun === "payment" ? "payments" : "mandates", bulk.id),
    params: keptParams(params, ["part", CURSOR]),
  };
  const part = states.find((state) => state === oneParam(params, "part")) ?? firstOf(bulk.state, parts);
  const { rows, next } = await pageOf(ctx, bulk.id, part, address);
  return (
    <Section title={t("rowsTitle")}>
      <TabLinks
        label={t("rowsTitle")}
        tabs={states
          .filter((state) => state === part || countIn(parts, state) > 0)
          .map((state) => ({
            label: t(`state.${state}`),
            href: hrefWith(address, { part: state }),
            current: state === part,
            count: formatNumber(countIn(parts, state), reader.locale),
          }))}
      />
      {/* The ledger has the page's own margin. */}
      <div className="-mx-(--margin) ledger-wraps">
        <DataTable
          caption={t(`state.${part}`)}
          columns={await columnsOf({ ctx, view, reader }, noun, part, rows)}
          rows={rows}
          rowKey={(row) => row.id}
          rowHref={(row) => (noun === "payment" ? routes.payment(row.id) : routes.mandate(row.id))}
          empty={null}
        />
        <TableFoot hints={["move", "open"]} paging={{ address, next }} />
      </div>
    </Section>
  );
}

/** What somebody has to see comes first: refusals, then what was left out of what is about to be done. */
function firstOf(state: BulkState, parts: readonly BulkPart[]): RowState {
  const order: readonly RowState[] =
    state === "open" ? ["left_out", "planned"] : ["refused", "planned", "done", "left_out"];
  return order.find((one) => countIn(parts, one) > 0) ?? "planned";
}

/** A position that was typed, or of another part, begins at the first row again. */
async function pageOf(
  ctx: Ctx,
  bulkId: string,
  part: RowState,
  address: { path: string; params: SearchParams },
) {
  try {
    return await listBulkRows(ctx, bulkId, part, { after: oneParam(address.params, CURSOR) });
  } catch (error) {
    if (error instanceof AppError && error.code === "invalid") redirect(asRoute(hrefWith(address, {})));
    throw error;
  }
}

async function columnsOf(
  { ctx, view, reader }: BulkProps,
  noun: Props["noun"],
  part: RowState,
  rows: readonly BulkRow[],
): Promise<Column<BulkRow>[]> {
  const ids = rows.map((row) => row.id);
  const [t, list, common, tell, found] = await Promise.all([
    getTranslations("bulk"),
    getTranslations("payments"),
    getTranslations("states"),
    bulkTeller(ctx, view.bulk.verb),
    noun === "payment" ? paymentsByIds(ctx, ids) : mandatesByIds(ctx, ids),
  ]);
  const records = new Map(found.map((one) => [one.id, one]));
  const says = { planned: "would", done: "came", refused: "why", left_out: "why" } as const;
  const amounts: Column<BulkRow>[] = [
    {
      key: "reference",
      header: list("columns.reference"),
      muted: true,
      hide: "medium",
      cell: (row) => {
        const record = records.get(row.id);
        return record && "reference" in record ? record.reference : null;
      },
    },
    { key: "currency", header: list("columns.currency"), align: "currency", cell: (row) => row.currency },
    {
      key: "amount",
      header: list("columns.amount"),
      align: "amount",
      cell: ({ currency, amountMinor }) =>
        currency && formatMoney({ currency, amountMinor }, reader.locale).amount,
    },
  ];
  return [
    {
      key: "debtor",
      header: list("columns.debtor"),
      names: true,
      cell: (row) => ({
        text: records.get(row.id)?.debtorName || list("nobodyYet"),
        flag: row.test ? common("testMark") : undefined,
      }),
    },
    {
      key: "customer",
      header: list("columns.customer"),
      muted: true,
      hide: "narrow",
      cell: (row) => records.get(row.id)?.customerNumber,
    },
    { key: "says", header: t(says[part]), cell: (row) => tell(row) },
    ...(noun === "payment" ? amounts : []),
  ];
}
