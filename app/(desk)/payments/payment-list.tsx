import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { factsOfPage } from "@/app/(desk)/_shared/facts-of-page";
import { ListSelection } from "@/app/(desk)/_shared/list-selection";
import { countsOfPage } from "@/app/(desk)/payments/counts-of-page";
import { NewPaymentLink } from "@/app/(desk)/payments/new-payment-link";
import { PaymentTable } from "@/app/(desk)/payments/payment-table";
import { countsKnow, type Wishes } from "@/app/(desk)/payments/wishes";
import { hrefWith } from "@/components/data-table/address";
import { weightOf } from "@/components/data-table/selection";
import { TableFoot } from "@/components/data-table/table-foot";
import { Empty } from "@/components/feedback/empty";
import { asRoute } from "@/components/ui/as-route";
import { ButtonLink } from "@/components/ui/button";
import type { Ctx } from "@/lib/context";
import { AppError } from "@/lib/kernel/errors";
import type { Page } from "@/lib/lists/page";
import { countPayments } from "@/lib/payments/counts";
import type { Payment } from "@/lib/payments/door";
import { findPayments } from "@/lib/payments/find";
import { listPayments } from "@/lib/payments/list";
import { withStandings } from "@/lib/payments/standings";
import { routes } from "@/lib/routes";

/** One page of the list, with its foot. */
export async function PaymentList({ ctx, wishes }: { ctx: Ctx; wishes: Wishes }) {
  const { address, page, find } = wishes;
  const [t, locale, { rows, next }] = await Promise.all([
    getTranslations("payments"),
    getLocale(),
    find ? findPayments(ctx, find).then((found) => ({ rows: found, next: null })) : pageOf(ctx, wishes),
  ]);
  const counted = await countInView(ctx, wishes);
  return (
    <>
      <PaymentTable
        rows={await withStandings(ctx, rows, await factsOfPage(ctx))}
        providers={ctx.providers}
        now={ctx.clock.now()}
        locale={locale}
        address={address}
        sort={find ? null : page.sort}
        empty={<NothingHere ctx={ctx} wishes={wishes} />}
      />
      <TableFoot
        hints={["move", "select", "act", "open", "find", "filter", "new"]}
        note={counted === null ? undefined : t("inView", { count: counted })}
        paging={{ address, next }}
        selection={
          rows.length > 0 ? (
            <ListSelection
              ctx={ctx}
              list="payments"
              address={address}
              next={next}
              weights={rows.map(weightOf)}
            />
          ) : undefined
        }
      />
    </>
  );
}

/** A position from another order, or one that was typed, begins at the first row again. */
async function pageOf(ctx: Ctx, { filter, page, address }: Wishes): Promise<Page<Payment>> {
  try {
    return await listPayments(ctx, filter, page);
  } catch (error) {
    if (error instanceof AppError && error.code === "invalid") redirect(asRoute(hrefWith(address, {})));
    throw error;
  }
}

/** The counters say how many there are for a state, a window and the kind; for other filters nobody counts. */
async function countInView(ctx: Ctx, { filter, find }: Wishes): Promise<number | null> {
  if (find || !countsKnow(filter)) return null;
  const counts = await countsOfPage(ctx, filter);
  const { state } = filter;
  return typeof state === "string" ? (counts.byState.get(state) ?? 0) : counts.all;
}

async function NothingHere({ ctx, wishes }: { ctx: Ctx; wishes: Wishes }) {
  const t = await getTranslations("payments.empty");
  const { find, filter } = wishes;
  const clear = <ButtonLink href={routes.payments()}>{t("removeFilters")}</ButtonLink>;
  if (find) return <Empty action={clear}>{t("found", { text: find })}</Empty>;
  if (filter.sending === "unknown") return <Empty action={clear}>{t("unknown")}</Empty>;
  const { all } = await countPayments(ctx);
  if (all > 0) return <Empty action={clear}>{t("filtered")}</Empty>;
  return <Empty action={<NewPaymentLink ctx={ctx} />}>{t("first")}</Empty>;
}
