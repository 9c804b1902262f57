import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { BulkActions } from "@/app/(desk)/_bulk/bulk-actions";
import { BulkHead } from "@/app/(desk)/_bulk/bulk-head";
import { BulkParts } from "@/app/(desk)/_bulk/bulk-parts";
import { BulkRows } from "@/app/(desk)/_bulk/bulk-rows";
import { ForgetSelection } from "@/app/(desk)/_bulk/forget-selection";
import { LivePage } from "@/app/(desk)/_shared/live-page";
import { DESK_ZONE } from "@/app/(desk)/_shared/moment";
import { orNotFound } from "@/app/(desk)/_shared/or-not-found";
import { paramsOf, type SearchParams } from "@/app/(desk)/_shared/search-params";
import { requireSignedIn } from "@/app/session";
import { selectionKey } from "@/components/data-table/selection";
import { getBulk } from "@/lib/bulk/get";
import { bulkVerbs } from "@/lib/bulk/states";
import { routes } from "@/lib/routes";

export interface BulkPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParams>;
}

type Noun = "payment" | "mandate";

const listOf = { payment: routes.payments, mandate: routes.mandates };

async function load(noun: Noun, params: BulkPageProps["params"]) {
  const [{ ctx }, { id }] = await Promise.all([requireSignedIn(), params]);
  const view = await orNotFound(getBulk(ctx, id));
  if (bulkVerbs[view.bulk.verb].noun !== noun) notFound();
  return { ctx, view };
}

export async function bulkTitle(noun: Noun, params: BulkPageProps["params"]): Promise<Metadata> {
  const [{ view }, t] = await Promise.all([load(noun, params), getTranslations("bulk.title")]);
  return { title: t(view.bulk.verb) };
}

/** One verb for many rows: what would happen, the one yes, how far it is, and what came of each row. */
export async function BulkPage({ noun, params, searchParams }: BulkPageProps & { noun: Noun }) {
  const [{ ctx, view }, wishes, locale] = await Promise.all([load(noun, params), searchParams, getLocale()]);
  const { bulk, version } = view;
  const reader = { locale, zone: DESK_ZONE, now: ctx.clock.now() };
  const address = { path: listOf[noun](), params: paramsOf(bulk.query) };
  const own = { ctx, view, reader };
  return (
    <>
      {bulk.state === "going" ? <LivePage url={routes.bulkVersion(bulk.id)} version={version} /> : null}
      {bulk.state === "open" ? null : <ForgetSelection name={selectionKey(ctx.actor.id, address)} />}
      <BulkHead {...own} noun={noun} list={address} />
      <BulkActions {...own} />
      <BulkParts {...own} />
      <BulkRows {...own} noun={noun} params={wishes} />
    </>
  );
}
