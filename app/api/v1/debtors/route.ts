import { createDebtorEndpoint, listDebtorsEndpoint } from "@/lib/api/endpoints/debtors";
import { debtorDetailJson, debtorJson } from "@/lib/api/json/debtor";
import { textsIn } from "@/lib/api/json/form";
import { pageRequest } from "@/lib/api/json/sort";
import { read } from "@/lib/api/read";
import { write } from "@/lib/api/write";
import { wrongMethod } from "@/lib/api/wrong-method";
import { createDebtor } from "@/lib/debtors/create";
import { getDebtor } from "@/lib/debtors/get";
import { debtorSorts, listDebtors } from "@/lib/debtors/list";

export const GET = read(listDebtorsEndpoint, async ({ ctx, query }) => {
  const { rows, next } = await listDebtors(ctx, { kind: query.kind }, pageRequest(debtorSorts, query));
  return { data: rows.map(debtorJson), next };
});

export const POST = write(createDebtorEndpoint, {
  act: async ({ ctx, body }, request) => ({ id: await createDebtor(ctx, textsIn(body), request) }),
  show: async ({ ctx }, { id }) => debtorDetailJson(await getDebtor(ctx, id)),
  location: (id) => `/debtors/${id}`,
});

export { wrongMethod as DELETE, wrongMethod as OPTIONS, wrongMethod as PATCH, wrongMethod as PUT };
