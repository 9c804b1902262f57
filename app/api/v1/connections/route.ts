import { createConnectionEndpoint, listConnectionsEndpoint } from "@/lib/api/endpoints/connections";
import { connectionJson } from "@/lib/api/json/connection";
import { read } from "@/lib/api/read";
import { newConnection } from "@/lib/api/work/new-connection";
import { write } from "@/lib/api/write";
import { wrongMethod } from "@/lib/api/wrong-method";
import { listConnections } from "@/lib/connections/list";

export const GET = read(listConnectionsEndpoint, async ({ ctx }) => {
  const rows = await listConnections(ctx);
  return { data: rows.map((row) => connectionJson(ctx, row)) };
});

export const POST = write(createConnectionEndpoint, newConnection);

export { wrongMethod as DELETE, wrongMethod as OPTIONS, wrongMethod as PATCH, wrongMethod as PUT };
