import { getDebtorEndpoint } from "@/lib/api/endpoints/debtors";
import { debtorDetailJson } from "@/lib/api/json/debtor";
import { read } from "@/lib/api/read";
import { wrongMethod } from "@/lib/api/wrong-method";
import { getDebtor } from "@/lib/debtors/get";

export const GET = read(getDebtorEndpoint, async ({ ctx, params }) =>
  debtorDetailJson(await getDebtor(ctx, params.id)),
);

export {
  wrongMethod as DELETE,
  wrongMethod as OPTIONS,
  wrongMethod as PATCH,
  wrongMethod as POST,
  wrongMethod as PUT,
};
