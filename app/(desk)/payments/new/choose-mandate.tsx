import { getLocale, getTranslations } from "next-intl/server";
import { obstacleOf, whereOf } from "@/app/(desk)/payments/new/mandate-words";
import type { Column } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import { FilterChips } from "@/components/data-table/filter-chips";
import { TableFoot } from "@/components/data-table/table-foot";
import { Empty } from "@/components/feedback/empty";
import { PageHead } from "@/components/layout/page-head";
import { Anchor } from "@/components/ui/anchor";
import { ButtonLink } from "@/components/ui/button";
import { MandateStateWord } from "@/components/ui/proven-state";
import { TestFlag } from "@/components/ui/test-flag";
import type { Ctx } from "@/lib/context";
import type { Locale } from "@/lib/kernel/locale";
import { mandatesToCharge } from "@/lib/payments/choose-mandate";
import type { ChargeableMandate } from "@/lib/payments/preview";
import { routes } from "@/lib/routes";

/** The first step without a mandate: found by debtor; what cannot be charged stays, with its reason. */
export async function ChooseMandate({ ctx, words }: { ctx: Ctx; words: string }) {
  const [t, all, locale, rows] = await Promise.all([
    getTranslations("newPayment.choose"),
    getTranslations("newPayment"),
    getLocale(),
    mandatesToCharge(ctx, words),
  ]);
  const address = { path: routes.newPayment(), params: words === "" ? {} : { q: words } };
  return (
    <>
      <PageHead title={all("title")} lead={`${t("title")} ${t("lead")}`} />
      <FilterChips find={{ address, name: "q", label: t("find") }} chips={[]} add={[]} />
      <DataTable
        caption={t("caption")}
        columns={columns({ ctx, locale, t, nobody: all("who.nobody") })}
        rows={rows}
        rowKey={({ mandate }) => mandate.id}
        empty={
          words === "" ? (
            <Empty action={<ButtonLink href={routes.newMandate()}>{t("newMandate")}</ButtonLink>}>
              {t("none")}
            </Empty>
          ) : (
            <Empty action={<ButtonLink href={routes.newPayment()}>{t("clear")}</ButtonLink>}>
              {t("noneFound", { text: words })}
            </Empty>
          )
        }
      />
      <TableFoot hints={["move", "open", "find"]} />
    </>
  );
}

type Words = Awaited<ReturnType<typeof getTranslations<"newPayment.choose">>>;

function columns({
  ctx,
  locale,
  t,
  nobody,
}: {
  ctx: Ctx;
  locale: Locale;
  t: Words;
  nobody: string;
}): Column<ChargeableMandate>[] {
  return [
    {
      key: "debtor",
      header: t("debtor"),
      names: true,
      cell: (row) => <Name row={row} nobody={nobody} />,
    },
    {
      key: "customer",
      header: t("customer"),
      muted: true,
      cell: ({ mandate }) => mandate.customerNumber,
    },
    {
      key: "where",
      header: t("where"),
      muted: true,
      hide: "narrow",
      cell: ({ mandate }) => whereOf(ctx, mandate, locale),
    },
    {
      key: "state",
      header: t("state"),
      hide: "narrow",
      cell: ({ mandate }) => <MandateStateWord state={mandate.state} />,
    },
    {
      key: "usable",
      header: t("usable"),
      cell: (row) => {
        const reason = obstacleOf(row, locale, t("agreement"));
        return (
          <span className={`block max-w-150 whitespace-normal py-1 ${reason ? "text-ink-2 t-small" : ""}`}>
            {reason ?? t("yes", { currency: row.currency })}
          </span>
        );
      },
    },
  ];
}

/** Links to the form only where a payment can be made. */
function Name({ row, nobody }: { row: ChargeableMandate; nobody: string }) {
  const { mandate, obstacle, agreement } = row;
  const name = (
    <>
      {mandate.debtorName || <span className="text-ink-3">{nobody}</span>}{" "}
      {mandate.test ? <TestFlag /> : null}
    </>
  );
  if (obstacle || agreement.state !== "active") return <span className="text-ink-2">{name}</span>;
  return (
    <Anchor href={`${routes.newPayment()}?mandate=${mandate.id}`} className="row-link">
      {name}
    </Anchor>
  );
}
