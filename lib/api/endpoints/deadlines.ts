import { z } from "zod";
import { endpoint } from "../endpoint";
import { deadlinesShape, landingShape } from "../json/deadline";
import { dayGiven, instantGiven, yearGiven } from "../json/shapes";

const ruleGiven = z
  .string()
  .regex(/^[a-z0-9-]{1,60}$/)
  .describe("For example nets-bs, mastercard-bs, nets-ls or sepa-core.");

export const listDeadlinesEndpoint = endpoint({
  method: "GET",
  path: "/deadlines",
  id: "listDeadlines",
  tag: "Deadlines",
  summary: "The windows of a year, with the dates that were published or overridden for this creditor",
  permission: "read",
  status: 200,
  query: z.strictObject({ rule: ruleGiven, year: yearGiven }),
  answer: deadlinesShape,
});

export const previewLandingEndpoint = endpoint({
  method: "GET",
  path: "/landing",
  id: "previewLanding",
  tag: "Deadlines",
  summary: "Which window a payment would land in",
  permission: "read",
  status: 200,
  query: z.strictObject({
    rule: ruleGiven,
    at: instantGiven.optional().describe("The moment of issue; now when left out."),
    wanted: dayGiven.optional().describe("The due day that is wished for; the next possible when left out."),
  }),
  answer: landingShape,
});
