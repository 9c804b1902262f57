import { createMandateEndpoint, listMandatesEndpoint } from "@/lib/api/endpoints/mandates";
import { mandateJson } from "@/lib/api/json/mandate";
import { yes } from "@/lib/api/json/shapes";
import { pageRequest } from "@/lib/api/json/sort";
import { read } from "@/lib/api/read";
import { newMandate } from "@/lib/api/work/new-mandate";
import { write } from "@/lib/api/write";
import { wrongMethod } from "@/lib/api/wrong-method";
import { listMandates, mandateSorts } from "@/lib/mandates/list";

export const GET = read(listMandatesEndpoint, async ({ ctx, query }) => {
  const { state, sending, provider, connection_id: connectionId, debtor_id: debtorId } = query;
  const filter = { state, sending, provider, connectionId, debtorId, test: yes(query.test) };
  const { rows, next } = await listMandates(ctx, filter, pageRequest(mandateSorts, query));
  return { data: rows.map(mandateJson), next };
});

export const POST = write(createMandateEndpoint, newMandate);

export { wrongMethod as DELETE, wrongMethod as OPTIONS, wrongMethod as PATCH, wrongMethod as PUT };
