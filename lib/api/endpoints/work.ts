import { z } from "zod";
import { taskKinds } from "@/lib/tasks/tasks";
import { endpoint } from "../endpoint";
import { messageShape } from "../json/message";
import { anyOf, idGiven, idParams, pageGiven } from "../json/shapes";
import { sortGiven } from "../json/sort";
import { submissionDetail, submissionPage, submissionStates } from "../json/submission";
import { taskPage, taskRoles } from "../json/task";

export const listSubmissionsEndpoint = endpoint({
  method: "GET",
  path: "/submissions",
  id: "listSubmissions",
  tag: "Submissions",
  summary: "What was sent, or is to be sent, to providers, page by page",
  permission: "read",
  status: 200,
  query: z.strictObject({
    state: anyOf(submissionStates),
    subject_id: idGiven
      .optional()
      .describe(
        "The mandate, payment, agreement or connection it is about. Agents must name one; other roles may read all.",
      ),
    sort: sortGiven(["newest"]),
    ...pageGiven,
  }),
  answer: submissionPage,
});

export const getSubmissionEndpoint = endpoint({
  method: "GET",
  path: "/submissions/{id}",
  id: "getSubmission",
  tag: "Submissions",
  summary: "One submission with its attempts",
  permission: "read",
  status: 200,
  params: idParams,
  answer: submissionDetail,
});

export const askSubmissionEndpoint = endpoint({
  method: "POST",
  path: "/submissions/{id}/ask",
  id: "askSubmission",
  tag: "Submissions",
  summary: "Asks the provider about an unknown outcome now; sends nothing again",
  permission: "submissions.ask",
  status: 200,
  params: idParams,
  answer: submissionDetail,
  problems: ["connection_not_ready", "wrong_environment"],
});

export const listTasksEndpoint = endpoint({
  method: "GET",
  path: "/tasks",
  id: "listTasks",
  tag: "Tasks",
  summary: "What needs a person, page by page",
  permission: "read",
  status: 200,
  query: z.strictObject({
    state: z.enum(["open", "done"]).default("open"),
    role: z.enum(taskRoles).optional(),
    kind: z.enum(taskKinds).optional(),
    subject_id: idGiven.optional(),
    sort: sortGiven(["newest"]),
    ...pageGiven,
  }),
  answer: taskPage,
});

export const getMessageEndpoint = endpoint({
  method: "GET",
  path: "/messages/{id}",
  id: "getMessage",
  tag: "Messages",
  summary: "One raw message, scrubbed: the evidence behind a state",
  permission: "read",
  status: 200,
  params: idParams,
  answer: messageShape,
});
