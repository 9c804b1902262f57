import type { ErrorCode } from "@/lib/kernel/errors";

/** Ways of being refused that only a request over HTTP has. */
type RequestCode =
  | "json_malformed"
  | "method_not_allowed"
  | "json_required"
  | "idempotency_key_required"
  | "idempotency_key_malformed"
  | "fault";

export type ProblemCode = ErrorCode | RequestCode;

/** Every problem the API answers: its status and its title. Callers go by the code; it does not change. */
export const problems = {
  json_malformed: { status: 400, title: "The body is not JSON that can be read." },
  idempotency_key_malformed: {
    status: 400,
    title: "Idempotency-Key takes 1 to 200 visible ASCII characters.",
  },
  not_signed_in: { status: 401, title: "A valid API key is needed, as Authorization: Bearer." },
  not_permitted: { status: 403, title: "This key's role does not allow it." },
  over_limit: { status: 403, title: "Above the limit of this key's role." },
  not_found: { status: 404, title: "There is no such record, or it is another creditor's." },
  method_not_allowed: {
    status: 405,
    title: "This address does not take this method; Allow says which it takes.",
  },
  changed_meanwhile: { status: 409, title: "Somebody else changed this meanwhile." },
  move_not_allowed: { status: 409, title: "Not possible in its present state." },
  found_meanwhile: { status: 409, title: "The provider has it after all; nothing was sent." },
  may_have_left: { status: 409, title: "It may be at the provider already. Ask about its submission first." },
  already_open: { status: 409, title: "Something is being sent for this record already." },
  mandate_not_usable: { status: 409, title: "This mandate cannot be charged now." },
  agreement_not_usable: { status: 409, title: "The creditor agreement is not active." },
  connection_not_ready: { status: 409, title: "The connection has no credential." },
  not_offered: { status: 409, title: "The provider does not offer this." },
  duplicate: { status: 409, title: "One just like it is on its way." },
  already_comparing: { status: 409, title: "A comparison with this provider is under way." },
  not_readable_there: { status: 409, title: "The provider does not show it now." },
  no_mandate_for_it: { status: 409, title: "There is no mandate here that it was made under." },
  not_compared: { status: 409, title: "A connection has not been compared since the fence was raised." },
  new_not_active: {
    status: 409,
    title: "The new mandate is not active yet; the old one is ended after that.",
  },
  too_many_drafts: { status: 409, title: "There are too many unfinished drafts." },
  gaps_open: { status: 409, title: "A comparison has open gaps." },
  not_fenced: { status: 409, title: "Sending is on." },
  database_busy: { status: 503, title: "The database is busy. Nothing was written; try again." },
  disk_full: { status: 503, title: "The database's disk is full. Nothing was written." },
  wrong_environment: {
    status: 409,
    title: "A desk whose clock can be moved must not speak to a real provider.",
  },
  of_a_run: { status: 409, title: "It belongs to a run and is planned there." },
  own_work: { status: 403, title: "It is the caller's own work: somebody else approves it." },
  plan_changed: { status: 409, title: "What would be sent is not what it was. Look at it again." },
  nothing_ticked: { status: 409, title: "No row was chosen." },
  too_many_rows: { status: 409, title: "More rows than one piece of work takes." },
  nothing_to_make: { status: 409, title: "No row of it can become a mandate." },
  needs_approval: { status: 403, title: "Above the limit: somebody else has to approve it first." },
  nothing_to_send: { status: 409, title: "No row of it can be sent." },
  checks_failed: { status: 409, title: "A check before sending failed. The run says which." },
  too_large: { status: 413, title: "Larger than this operation takes." },
  past_cutoff: { status: 409, title: "It has to be back before the cut-off." },
  too_many: { status: 409, title: "There are as many of them as there may be." },
  json_required: { status: 415, title: "The body must be application/json." },
  invalid: { status: 422, title: "Some fields cannot be taken as they are. Nothing was written." },
  request_repeated_differently: {
    status: 422,
    title: "This Idempotency-Key was used before, for something else.",
  },
  idempotency_key_required: { status: 428, title: "Every POST needs an Idempotency-Key." },
  fault: { status: 500, title: "Something failed on our side." },
} as const satisfies Record<ProblemCode, { status: number; title: string }>;
