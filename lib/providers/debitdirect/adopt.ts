import type { AgreementView, Exchange, Outcome } from "@/lib/providers/contract";
import { compareAgreement } from "./agreement-match";
import { agreementEvidence } from "./map";
import { explain, refusal } from "./refusals";
import { isNamed, readJson, readObject, readProblem, unwrapSingle, wireAgreement } from "./wire";

const held = (
  cause: "unreachable" | "rate" | "credential",
  detail: string,
  retryAfterMs: number | null = null,
) => ({ kind: "held", cause, detail, retryAfterMs }) satisfies Outcome;

/**
 * What reading an agreement registered earlier says. It is a read, so a failure means only that nothing is known yet:
 * it may be asked again. An agreement with another scheme, number or test flag is refused: a wrong flag bills real people.
 */
export function interpretAdoption(ours: AgreementView, exchange: Exchange): Outcome {
  const { result, sentAt } = exchange;
  if (result.kind !== "answered") return held("unreachable", result.cause);
  const { status } = result;
  const value = readJson(result.body);
  const problem = readProblem(value);
  if (status === 401 || status === 403) return held("credential", explain(status, problem));
  if (status === 429)
    return held("rate", explain(status, problem), retryAfter(result.headers["retry-after"], sentAt));
  if (status === 404 && problem !== null)
    return refusal("agreement_not_found", "data", problem, { existing_handle: problem.title ?? "404" });
  if (status === 404) return refusal("path_not_found", "configuration", problem);
  if (status < 200 || status > 299) return held("unreachable", explain(status, problem));
  return adopted(ours, value);
}

function adopted(ours: AgreementView, value: unknown): Outcome {
  const theirs = readObject(wireAgreement, unwrapSingle(value));
  const evidence = theirs === null ? null : agreementEvidence(theirs);
  if (theirs === null || evidence === null)
    return { kind: "unknown", detail: "the answer is not an agreement", keySpent: false };
  if (!isNamed(theirs, (ours.values.existing_handle ?? "").trim()))
    return { kind: "unknown", detail: "the answer is about another agreement", keySpent: false };
  const { different, unsaid } = compareAgreement(ours, theirs);
  if (unsaid.includes("test"))
    return {
      kind: "unknown",
      detail: "the answer does not say whether it is a test agreement",
      keySpent: false,
    };
  if (different.length === 0) return { kind: "accepted", evidence: [evidence] };
  const fields = Object.fromEntries(
    different.map((field) => [field, said(field, theirs.scheme, theirs.test)]),
  );
  return refusal("agreement_mismatch", "data", null, fields);
}

/** Their value of a field that differs, as far as it is short and public. */
function said(field: string, scheme: string | null, test: boolean | null): string {
  if (field === "scheme") return scheme ?? "";
  if (field === "test") return String(test);
  return "another number";
}

/** Seconds or a date; null when neither. */
function retryAfter(header: string | undefined, sentAt: Date): number | null {
  if (header === undefined) return null;
  if (/^\d{1,6}$/.test(header.trim())) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - sentAt.getTime());
}
