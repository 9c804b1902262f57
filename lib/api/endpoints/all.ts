import type { Endpoint } from "../endpoint";
import { getDebtorAnswerEndpoint, getMandateAnswerEndpoint, getPaymentAnswerEndpoint } from "./answers";
import { createConnectionEndpoint, listConnectionsEndpoint } from "./connections";
import { listDeadlinesEndpoint, previewLandingEndpoint } from "./deadlines";
import { createDebtorEndpoint, getDebtorEndpoint, listDebtorsEndpoint } from "./debtors";
import { createMandateEndpoint, getMandateEndpoint, listMandatesEndpoint } from "./mandates";
import {
  cancelPaymentEndpoint,
  createPaymentEndpoint,
  getPaymentEndpoint,
  listPaymentsEndpoint,
} from "./payments";
import {
  approveRunEndpoint,
  createRunEndpoint,
  getRunEndpoint,
  listRunRowsEndpoint,
  listRunsEndpoint,
} from "./runs";
import {
  askSubmissionEndpoint,
  getMessageEndpoint,
  getSubmissionEndpoint,
  listSubmissionsEndpoint,
  listTasksEndpoint,
} from "./work";

/** Every operation of the public API; the document is made from this list, and a test holds the routes to it. */
export const endpoints: readonly Endpoint[] = [
  listConnectionsEndpoint,
  createConnectionEndpoint,
  listDebtorsEndpoint,
  createDebtorEndpoint,
  getDebtorEndpoint,
  getDebtorAnswerEndpoint,
  listMandatesEndpoint,
  createMandateEndpoint,
  getMandateEndpoint,
  getMandateAnswerEndpoint,
  listPaymentsEndpoint,
  createPaymentEndpoint,
  getPaymentEndpoint,
  getPaymentAnswerEndpoint,
  cancelPaymentEndpoint,
  listRunsEndpoint,
  createRunEndpoint,
  getRunEndpoint,
  listRunRowsEndpoint,
  approveRunEndpoint,
  listDeadlinesEndpoint,
  previewLandingEndpoint,
  listSubmissionsEndpoint,
  getSubmissionEndpoint,
  askSubmissionEndpoint,
  listTasksEndpoint,
  getMessageEndpoint,
];
