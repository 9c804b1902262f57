import type { $ZodIssue } from "zod/v4/core";
import { rolePermission, rolesWith } from "@/lib/access/permissions";
import { errors } from "@/lib/i18n/messages/errors";
import { AppError, type FieldProblem } from "@/lib/kernel/errors";
import { refusalOf } from "@/lib/refusal";
import { type ProblemCode, problems } from "./problem-codes";

/** One thing that is wrong with one field; `field` is its path in the body, or the name of a parameter. */
interface FieldError {
  field: string;
  code: string;
  detail: string;
}

/** A refusal that is known only at the door: before any verb was asked. */
export class RequestProblem extends Error {
  readonly code: ProblemCode;
  readonly errors: readonly FieldError[];
  readonly detail: string | undefined;

  constructor(code: ProblemCode, errors: readonly FieldError[] = [], detail?: string) {
    super(code);
    this.name = "RequestProblem";
    this.code = code;
    this.errors = errors;
    this.detail = detail;
  }
}

const sentences: Readonly<Record<string, string>> = {
  ...errors.en.fields,
  unknown_field: "There is no such field here.",
  wrong_type: "Of another type than documented.",
  instant: "An instant with its zone, like 2026-12-01T09:00:00Z.",
  cursor: "Not a cursor of this list in this order.",
  currency_mismatch: "The scheme of this mandate collects in another currency.",
  unknown_rule: "There is no deadline rule of this name.",
};

function fieldError(field: string, problem: FieldProblem): FieldError {
  if (typeof problem !== "string") return { field, code: "said_by_provider", detail: problem.en };
  const known = Object.hasOwn(sentences, problem) ? sentences[problem] : undefined;
  return { field, code: problem, detail: known ?? "Cannot be taken." };
}

function codeOf(issue: $ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined ? "required" : "wrong_type";
    case "too_big":
      return issue.origin === "string" ? "too_long" : "out_of_range";
    case "too_small":
      return issue.origin === "string" ? "required" : "out_of_range";
    case "invalid_value":
      return issue.input === undefined ? "required" : "choice";
    case "invalid_format":
      if (issue.format === "datetime") return "instant";
      return issue.format === "date" ? "day" : "pattern";
    case "custom":
      return issue.message;
    default:
      return "wrong_type";
  }
}

/** What a schema found, as problems of fields. Nothing of what was given is repeated. */
export function fieldErrors(issues: readonly $ZodIssue[]): FieldError[] {
  return issues.slice(0, 50).flatMap((issue) => {
    const path = issue.path.map(String);
    if (issue.code === "unrecognized_keys")
      return issue.keys
        .slice(0, 50)
        .map((key) => fieldError([...path, key.slice(0, 100)].join("."), "unknown_field"));
    return [fieldError(path.join("."), codeOf(issue))];
  });
}

/** The roles that bring the right that was missing, to know which key to ask for. */
function whoMay({ code, params }: AppError): string {
  const permission = code === "not_permitted" ? rolePermission(params.permission) : undefined;
  return permission ? ` Roles that may: ${rolesWith(permission).join(", ")}.` : "";
}

/** What a refusal says beyond its code; `detail` is a sentence in English. */
function told(error: unknown, title: string) {
  if (error instanceof RequestProblem)
    return { detail: error.detail ?? title, ...(error.errors.length > 0 ? { errors: error.errors } : {}) };
  if (!(error instanceof AppError)) return {};
  const fields = Object.entries(error.fields).map(([field, problem]) => fieldError(field, problem));
  return {
    detail: error.says?.en ?? `${title}${whoMay(error)}`,
    ...(fields.length > 0 ? { errors: fields } : {}),
    ...(Object.keys(error.params).length > 0 ? { params: error.params } : {}),
  };
}

/** The answer to anything thrown, as application/problem+json (RFC 9457). A fault says nothing but its reference. */
export function problemResponse(thrown: unknown, requestId: string): Response {
  const error = thrown instanceof RequestProblem ? thrown : refusalOf(thrown);
  const code = error?.code ?? "fault";
  const { status, title } = problems[code];
  const body = {
    type: `urn:debitdesk:problem:${code}`,
    title,
    status,
    code,
    ...(code === "fault" ? {} : told(error, title)),
    request_id: requestId,
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      "content-type": "application/problem+json",
      "cache-control": "no-store",
      "x-request-id": requestId,
      ...(status === 401 ? { "www-authenticate": "Bearer" } : {}),
    },
  });
}
