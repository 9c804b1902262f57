import { createPaymentEndpoint, listPaymentsEndpoint } from "@/lib/api/endpoints/payments";
import { paymentJson } from "@/lib/api/json/payment";
import { yes } from "@/lib/api/json/shapes";
import { pageRequest } from "@/lib/api/json/sort";
import { read } from "@/lib/api/read";
import { issuePayment } from "@/lib/api/work/issue-payment";
import { write } from "@/lib/api/write";
import { wrongMethod } from "@/lib/api/wrong-method";
import { listPayments, paymentSorts } from "@/lib/payments/list";

export const GET = read(listPaymentsEndpoint, async ({ ctx, query }) => {
  const { state, sending, currency, provider, window } = query;
  const filter = {
    ...{ state, sending, currency, provider, window, test: yes(query.test) },
    connectionId: query.connection_id,
    debtorId: query.debtor_id,
    mandateId: query.mandate_id,
    runId: query.run_id,
    requestedFrom: query.requested_from,
    requestedTo: query.requested_to,
  };
  const { rows, next } = await listPayments(ctx, filter, pageRequest(paymentSorts, query));
  return { data: rows.map(paymentJson), next };
});

export const POST = write(createPaymentEndpoint, issuePayment);

export { wrongMethod as DELETE, wrongMethod as OPTIONS, wrongMethod as PATCH, wrongMethod as PUT };
