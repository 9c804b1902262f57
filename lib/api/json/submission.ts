import { z } from "zod";
import type { Operation } from "@/lib/providers/contract";
import type { AttemptRow, SubmissionRow } from "@/lib/submissions/columns";
import { instant, iso, isoOrNull, named, pageOf, texts } from "./shapes";

export const submissionStates = [
  "intended",
  "in_flight",
  "unknown",
  "confirmed",
  "refused",
  "withdrawn",
] as const;

const operations = [
  "mandate.create",
  "mandate.end",
  "payment.create",
  "payment.cancel",
  "agreement.register",
  "events.subscribe",
] as const satisfies readonly Operation[];

const fields = {
  id: z.string(),
  operation: z.enum(operations),
  noun: z.enum(["mandate", "payment", "agreement", "connection"]),
  subject_id: z.string(),
  connection_id: z.string(),
  state: z.enum(submissionStates),
  key: z.string().describe("The key under which the provider knows it."),
  actor_name: z.string(),
  tries: z.int(),
  sent_at: instant.nullable(),
  next_at: instant
    .nullable()
    .describe("When a worker takes it up; null once it is closed or waits for a person."),
  look_ups: z.int(),
  last_look_up_at: instant.nullable(),
  absences: z.int().describe("How often the provider said that it does not have it."),
  detail: z.string().nullable(),
  refusal: z
    .strictObject({
      code: z.string(),
      text: z.string().nullable(),
      kind: z.string(),
      fields: texts,
      trace_id: z.string().nullable(),
    })
    .nullable(),
  resolution: z.string().nullable(),
  resolved_by: z.string().nullable(),
  version: z.int(),
  created_at: instant,
  closed_at: instant.nullable(),
};

export const submissionShape = named(
  "Submission",
  z.strictObject(fields),
  "One intended effect at a provider. `unknown`: it may have happened; it is looked up, never sent again blindly.",
);
export const submissionPage = pageOf("SubmissionPage", submissionShape);
export const submissionDetail = named(
  "SubmissionDetail",
  z.strictObject({
    ...fields,
    attempts: z.array(
      z.strictObject({
        n: z.int(),
        state: z.enum(["recorded", "permitted", "accepted", "refused", "held", "unknown"]),
        key: z.string(),
        method: z.string(),
        path: z.string(),
        body_sha256: z.string(),
        message_id: z.string().nullable(),
        detail: z.string().nullable(),
        recorded_at: instant,
        permitted_at: instant.nullable(),
        answered_at: instant.nullable(),
      }),
    ),
  }),
);

export const submissionJson = (row: SubmissionRow): z.input<typeof submissionShape> => ({
  id: row.id,
  operation: row.operation,
  noun: row.noun,
  subject_id: row.subjectId,
  connection_id: row.connectionId,
  state: row.state,
  key: row.key,
  actor_name: row.actorName,
  tries: row.tries,
  sent_at: isoOrNull(row.sentAt),
  next_at: isoOrNull(row.nextAt),
  look_ups: row.lookUps,
  last_look_up_at: isoOrNull(row.lastLookUpAt),
  absences: row.absences,
  detail: row.detail,
  refusal: row.refusal && {
    code: row.refusal.code,
    text: row.refusal.text,
    kind: row.refusal.kind,
    fields: row.refusal.fields,
    trace_id: row.refusal.traceId,
  },
  resolution: row.resolution,
  resolved_by: row.resolvedBy,
  version: row.version,
  created_at: iso(row.createdAt),
  closed_at: isoOrNull(row.closedAt),
});

export const submissionDetailJson = (
  row: SubmissionRow & { attempts: readonly AttemptRow[] },
): z.input<typeof submissionDetail> => ({
  ...submissionJson(row),
  attempts: row.attempts.map((one) => ({
    n: one.n,
    state: one.state,
    key: one.key,
    method: one.method,
    path: one.path,
    body_sha256: one.bodySha256,
    message_id: one.messageId,
    detail: one.detail,
    recorded_at: iso(one.recordedAt),
    permitted_at: isoOrNull(one.permittedAt),
    answered_at: isoOrNull(one.answeredAt),
  })),
});
