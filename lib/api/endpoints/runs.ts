import { z } from "zod";
import { MAX_AMOUNT_MINOR } from "@/lib/kernel/money";
import { MOST_ROWS } from "@/lib/runs/csv";
import { planGroups, runStates } from "@/lib/runs/states";
import { endpoint } from "../endpoint";
import { runDetail, runItemPage, runPage } from "../json/run";
import { anyOf, idGiven, idParams, named, pageGiven, textGiven } from "../json/shapes";

/** Twenty thousand rows, with room to spare. */
const LARGEST_BODY = 8 * 1024 * 1024;

export const listRunsEndpoint = endpoint({
  method: "GET",
  path: "/runs",
  id: "listRuns",
  tag: "Runs",
  summary: "Runs, the newest first",
  permission: "read",
  status: 200,
  query: z.strictObject({ state: anyOf(runStates), ...pageGiven }),
  answer: runPage,
});

export const createRunEndpoint = endpoint({
  method: "POST",
  path: "/runs",
  id: "createRun",
  tag: "Runs",
  summary: "Brings payments in as a draft; every row gets its verdict and nothing is sent",
  permission: "runs.prepare",
  status: 201,
  bodyLimit: LARGEST_BODY,
  body: named(
    "NewRun",
    z.strictObject({
      name: textGiven(100),
      test: z.boolean(),
      agreement_id: idGiven.optional().describe("Left out: whichever mandate the customer has."),
      rows: z
        .array(
          z.strictObject({
            customer_number: z.string().max(100),
            amount_minor: z
              .int()
              .positive()
              .max(MAX_AMOUNT_MINOR)
              .describe("Minor units of the currency that the customer's mandate collects in."),
            text: z.string().max(500),
            reference: z.string().max(100),
            due: z.string().max(40).optional().describe("YYYY-MM-DD; left out: the next possible day."),
          }),
        )
        .min(1)
        .max(MOST_ROWS),
    }),
  ),
  answer: runDetail,
});

export const getRunEndpoint = endpoint({
  method: "GET",
  path: "/runs/{id}",
  id: "getRun",
  tag: "Runs",
  summary: "One run with its plan, its checks, and where its rows are",
  permission: "read",
  status: 200,
  params: idParams,
  answer: runDetail,
});

export const listRunRowsEndpoint = endpoint({
  method: "GET",
  path: "/runs/{id}/rows",
  id: "listRunRows",
  tag: "Runs",
  summary: "The rows of a run in the order they came, each with its verdict",
  permission: "read",
  status: 200,
  params: idParams,
  query: z.strictObject({
    group: z.enum(planGroups).optional(),
    ...pageGiven,
  }),
  answer: runItemPage,
});

export const approveRunEndpoint = endpoint({
  method: "POST",
  path: "/runs/{id}/approve",
  id: "approveRun",
  tag: "Runs",
  summary: "Approves exactly the content that its hash names; never one's own work",
  permission: "runs.approve",
  status: 200,
  params: idParams,
  body: named("ApproveRun", z.strictObject({ content_hash: z.string().regex(/^[0-9a-f]{64}$/) })),
  answer: runDetail,
  problems: ["own_work", "plan_changed", "move_not_allowed", "changed_meanwhile"],
});
