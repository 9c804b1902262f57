import type { LocalText } from "./locale";

/** Every way in which a verb refuses. The dictionary has a sentence for each; the API answers them as `code`. */
export const errorCodes = [
  "not_signed_in",
  "not_permitted",
  "not_found",
  "invalid",
  "changed_meanwhile",
  "request_repeated_differently",
  "move_not_allowed",
  "already_open",
  "may_have_left",
  "found_meanwhile",
  "mandate_not_usable",
  "agreement_not_usable",
  "connection_not_ready",
  "not_offered",
  "duplicate",
  "too_large",
  "too_many",
  "too_many_rows",
  "nothing_ticked",
  "wrong_environment",
  "over_limit",
  "past_cutoff",
  "of_a_run",
  "own_work",
  "plan_changed",
  "nothing_to_send",
  "nothing_to_make",
  "needs_approval",
  "checks_failed",
  "already_comparing",
  "not_readable_there",
  "no_mandate_for_it",
  "not_compared",
  "new_not_active",
  "too_many_drafts",
  "gaps_open",
  "not_fenced",
  "database_busy",
  "disk_full",
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** What is wrong with a field: a code of the `fields` dictionary, or a provider's own sentence. */
export type FieldProblem = string | LocalText;

/** An expected refusal: it speaks to a person. Anything else that is thrown is a fault and gets one calm sentence. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly fields: Readonly<Record<string, FieldProblem>>;
  readonly params: Readonly<Record<string, string | number>>;
  /** Words of a provider module, when they say it better than the code's own sentence. */
  readonly says: LocalText | null;

  constructor(
    code: ErrorCode,
    detail: {
      fields?: Record<string, FieldProblem>;
      params?: Record<string, string | number>;
      says?: LocalText;
      cause?: unknown;
    } = {},
  ) {
    super(code, { cause: detail.cause });
    this.name = "AppError";
    this.code = code;
    this.fields = detail.fields ?? {};
    this.params = detail.params ?? {};
    this.says = detail.says ?? null;
  }
}

export const notFound = (): AppError => new AppError("not_found");
