import type { Metadata } from "next";
import { LivePage } from "@/app/(desk)/_shared/live-page";
import { maySeeConnections } from "@/app/(desk)/_shared/may-see-connections";
import { orNotFound } from "@/app/(desk)/_shared/or-not-found";
import { oneParam, type SearchParams } from "@/app/(desk)/_shared/search-params";
import { ConnectionActions } from "@/app/(desk)/connections/[id]/connection-actions";
import { ConnectionAside } from "@/app/(desk)/connections/[id]/connection-aside";
import { ConnectionHead } from "@/app/(desk)/connections/[id]/connection-head";
import { ConnectionParts } from "@/app/(desk)/connections/[id]/connection-parts";
import { isLive, loadConnection } from "@/app/(desk)/connections/[id]/load";
import { readPart } from "@/app/(desk)/connections/[id]/part";
import { ProbePart } from "@/app/(desk)/connections/[id]/probe-part";
import { NoConnections } from "@/app/(desk)/connections/no-permission";
import { requireSignedIn } from "@/app/session";
import { CURSOR } from "@/components/data-table/address";
import { WithAside } from "@/components/layout/with-aside";
import { getConnection } from "@/lib/connections/list";
import { routes } from "@/lib/routes";

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ ctx }, { id }] = await Promise.all([requireSignedIn(), params]);
  return { title: maySeeConnections(ctx) ? (await orNotFound(getConnection(ctx, id))).name : "" };
}

/** A connection: how it fares, what can be done, what it assumes, and what went out and came in. */
export default async function ConnectionPage({ params, searchParams }: Props) {
  const [{ ctx }, { id }, search] = await Promise.all([requireSignedIn(), params, searchParams]);
  if (!maySeeConnections(ctx)) return <NoConnections ctx={ctx} />;
  const view = await orNotFound(loadConnection(ctx, id));
  return (
    <WithAside aside={<ConnectionAside view={view} />}>
      {isLive(view) ? <LivePage url={routes.connectionVersion(id)} version={view.version} /> : null}
      <ConnectionHead view={view} />
      <ConnectionActions view={view} />
      <ProbePart view={view} />
      <ConnectionParts
        ctx={ctx}
        view={view}
        part={readPart(oneParam(search, "part"))}
        after={oneParam(search, CURSOR)}
      />
    </WithAside>
  );
}
