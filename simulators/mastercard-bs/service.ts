import type { SimClock } from "../kit/clock";
import type { SimAnswer, SimRequest } from "../kit/simulator";
import type { Store } from "../kit/store";
import { gatewayError, serviceError } from "./errors";
import type { Gate } from "./gate";
import type { MandateBook } from "./mandates";
import { bodyHash } from "./oauth";
import { planFor } from "./outcomes";
import { nextPublishMoment, sandboxMoment } from "./schedule";
import type { Environment, MandateRequest, State } from "./state";
import { type CreateBody, type Invalid, readCreate, readSearch } from "./validate";

type Operation = "create" | "search";

export const BASE_PATHS: Readonly<Record<Environment, string>> = {
  sandbox: "/betalingsservice/bs-creditor-api-sandbox",
  production: "/betalingsservice/bs-creditor-api",
};

const ROUTES: ReadonlyMap<string, { environment: Environment; operation: Operation }> = new Map([
  [`${BASE_PATHS.sandbox}/delegated-mandates`, { environment: "sandbox", operation: "create" }],
  [`${BASE_PATHS.sandbox}/delegated-mandates/searches`, { environment: "sandbox", operation: "search" }],
  [`${BASE_PATHS.production}/delegated-mandates`, { environment: "production", operation: "create" }],
  [
    `${BASE_PATHS.production}/delegated-mandates/searches`,
    { environment: "production", operation: "search" },
  ],
]);

/** The API's two operations, behind the checks of the gateway. */
export class Service {
  constructor(
    private readonly store: Store<State>,
    private readonly clock: SimClock,
    private readonly gate: Gate,
    private readonly book: MandateBook,
    private readonly seed: number,
  ) {}

  handle(request: SimRequest): SimAnswer {
    this.book.settle(this.clock.now());
    const answer = this.answerTo(request);
    // A caller may measure how far its clock is off by this header.
    return { ...answer, headers: { date: this.clock.now().toUTCString(), ...answer.headers } };
  }

  private answerTo(request: SimRequest): SimAnswer {
    const route = ROUTES.get(request.path);
    if (!route) return gatewayError(404, "NOT_FOUND", "No such resource.");
    if (request.method !== "POST")
      return { ...gatewayError(405, "METHOD_NOT_ALLOWED", "Only POST."), headers: { allow: "POST" } };
    if (!/^application\/json\s*(;|$)/i.test(request.headers["content-type"] ?? ""))
      return gatewayError(415, "UNSUPPORTED_MEDIA_TYPE", "Only application/json.");
    const admission = this.gate.admit(request, route.environment);
    if ("refusal" in admission) return admission.refusal;
    return route.operation === "create"
      ? this.create(request.raw, route.environment, admission.clientId)
      : this.search(request.raw, route.environment, admission.clientId);
  }

  private refuseBody({ errorCode, description }: Invalid, status = 400): SimAnswer {
    return this.store.state.settings.bodyErrorShape === "service"
      ? serviceError(status, errorCode, description)
      : gatewayError(status, errorCode, description, { source: "bs-creditor-api" });
  }

  private create(raw: Buffer, environment: Environment, clientId: string): SimAnswer {
    const read = readCreate(raw, this.store.state.settings.refuseUnknownFields);
    if ("invalid" in read) return this.refuseBody(read.invalid);
    const known = this.book.find(environment, clientId, read.value.uuid);
    if (known) return this.repeat(known, raw);
    const one = this.received(read.value, raw, environment, clientId);
    this.book.add(one);
    return {
      status: 201,
      body: { uuid: one.uuid, statusCode: "RECEIVED" },
      effect: `mandate.created ${one.uuid}`,
    };
  }

  private received(
    body: CreateBody,
    raw: Buffer,
    environment: Environment,
    clientId: string,
  ): MandateRequest {
    const now = this.clock.now();
    const stays = planFor(body.pbsNumber, body.debtorAccountNo).kind === "stays-received";
    const due =
      environment === "production"
        ? nextPublishMoment(now)
        : sandboxMoment(now, body.uuid, this.seed, this.store.state.settings);
    return {
      ...body,
      environment,
      clientId,
      bodyHash: bodyHash(raw),
      receivedAt: now.toISOString(),
      dueAt: stays ? null : due.toISOString(),
      outcome: null,
    };
  }

  private repeat(known: MandateRequest, raw: Buffer): SimAnswer {
    const { repeatedUuid } = this.store.state.settings;
    if (repeatedUuid === "same-body-created" && known.bodyHash === bodyHash(raw))
      return { status: 201, body: statusOf(known, this.store.state.settings.idField) };
    // The code of this refusal is made up: none is public.
    const invalid = {
      errorCode: "DUPLICATE_UUID",
      description: "uuid: a request with this uuid was received before",
    };
    return this.refuseBody(invalid, repeatedUuid === "always-400" ? 400 : 409);
  }

  private search(raw: Buffer, environment: Environment, clientId: string): SimAnswer {
    const { settings } = this.store.state;
    const read = readSearch(raw, settings.maxSearch, settings.refuseUnknownFields);
    if ("invalid" in read) return this.refuseBody(read.invalid);
    const visibleFrom = this.clock.now().getTime() - settings.visibilityLagSeconds * 1000;
    const asked = [...new Set(read.value.map((one) => one.toLowerCase()))];
    const found = asked
      .map((uuid) => this.book.find(environment, clientId, uuid))
      .filter((one) => one !== undefined)
      .filter((one) => new Date(one.receivedAt).getTime() <= visibleFrom);
    if (settings.unknownUuid === "refuse" && found.length < asked.length)
      return this.refuseBody(
        { errorCode: "UNKNOWN_VALIDATION_ERROR", description: "uuids: not all of them are known" },
        404,
      );
    const list = found.map((one) => statusOf(one, settings.idField));
    return { status: 200, body: settings.searchEnvelope ? { [settings.searchEnvelope]: list } : list };
  }
}

/** The status record of one request, as the API shows it. The name of the id field is provisional. */
function statusOf(one: MandateRequest, idField: string): object {
  const { uuid, outcome } = one;
  if (outcome === null) return { uuid, statusCode: "RECEIVED" };
  if (outcome.status === "VALIDATED") return { uuid, statusCode: "VALIDATED", [idField]: outcome.mandateId };
  const { errorCode, errorDescription } = outcome;
  return { uuid, statusCode: "FAILED", errorCode, errorDescription };
}
