import { createRunEndpoint, listRunsEndpoint } from "@/lib/api/endpoints/runs";
import { minorAsTyped } from "@/lib/api/json/minor-as-typed";
import { runDetailJson, runJson } from "@/lib/api/json/run";
import { read } from "@/lib/api/read";
import { write } from "@/lib/api/write";
import { wrongMethod } from "@/lib/api/wrong-method";
import { buildRun } from "@/lib/runs/build";
import { listRuns } from "@/lib/runs/list";

export const GET = read(listRunsEndpoint, async ({ ctx, query: { state, after, limit } }) => {
  const { rows, next } = await listRuns(ctx, { state }, { after, limit });
  return { data: rows.map(runJson), next };
});

export const POST = write(createRunEndpoint, {
  act: async ({ ctx, body }, request) => {
    const rows = body.rows.map((row) => ({
      customer: row.customer_number,
      amount: minorAsTyped(row.amount_minor),
      text: row.text,
      reference: row.reference,
      due: row.due ?? "",
    }));
    const { name, test, agreement_id: agreementId = null } = body;
    return { id: await buildRun(ctx, { name, test, agreementId, rows, decimals: "." }, request) };
  },
  show: ({ ctx }, { id }) => runDetailJson(ctx, id),
  location: (id) => `/runs/${id}`,
});

export { wrongMethod as DELETE, wrongMethod as OPTIONS, wrongMethod as PATCH, wrongMethod as PUT };
