import { createConnectionEndpoint, listConnectionsEndpoint } from "@/lib/api/endpoints/connections";
import { connectionJson } from "@/lib/api/json/connection";
import { read } from "@/lib/api/read";
import { newConnection } from "@/lib/api/work/new-connection";
import { write } from "@/lib/api/write";
import { listConnections } from "@/lib/connections/list";

export const GET = read(listConnectionsEndpoint, async ({ ctx }) => {
  const rows = await listConnections(ctx);
  return { data: rows.map((row) => connectionJson(ctx, row)) };
});

export const POST = write(createConnectionEndpoint, newConnection);
