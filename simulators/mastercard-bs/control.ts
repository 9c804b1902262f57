import { z } from "zod";
import type { SimClock } from "../kit/clock";
import type { SimAnswer, SimRequest } from "../kit/simulator";
import type { Store } from "../kit/store";
import { KeyRefused, type KeyRing, keyRequestSchema } from "./keys";
import type { Decision, MandateBook } from "./mandates";
import { settingsSchema } from "./settings";
import type { State } from "./state";

const OUTCOME_PATH = /^\/_sim\/mandates\/([0-9a-fA-F-]{36})\/outcome$/;

const outcomeSchema = z.union([
  z.strictObject({ status: z.literal("VALIDATED") }),
  z.strictObject({
    status: z.literal("FAILED"),
    // Any code: the provider's list may be longer than what is published.
    errorCode: z
      .string()
      .regex(/^[A-Z_]{1,80}$/)
      .default("UNKNOWN_VALIDATION_ERROR"),
    errorDescription: z.string().optional(),
  }),
]);

const activateSchema = z.strictObject({ consumerKey: z.string(), activated: z.boolean().default(true) });
const expireSchema = z.strictObject({ consumerKey: z.string() });

const unprocessable = (error: string): SimAnswer => ({ status: 422, body: { error } });
const notFound = (error: string): SimAnswer => ({ status: 404, body: { error } });

function inputOf(request: SimRequest): unknown {
  return request.raw.length === 0 ? {} : JSON.parse(request.raw.toString("utf8"));
}

/** The control routes beside those every simulator has. */
export class Control {
  constructor(
    private readonly store: Store<State>,
    private readonly clock: SimClock,
    private readonly keys: KeyRing,
    private readonly book: MandateBook,
  ) {}

  /** Undefined: not one of these routes. */
  async handle(request: SimRequest): Promise<SimAnswer | undefined> {
    try {
      return await this.answerTo(request);
    } catch (error) {
      if (error instanceof z.ZodError) return unprocessable(z.prettifyError(error));
      if (error instanceof KeyRefused || error instanceof SyntaxError) return unprocessable(error.message);
      throw error;
    }
  }

  private async answerTo(request: SimRequest): Promise<SimAnswer | undefined> {
    const route = `${request.method} ${request.path}`;
    switch (route) {
      case "GET /_sim/settings":
        return { status: 200, body: this.store.state.settings };
      case "POST /_sim/settings":
        return this.change(inputOf(request));
      case "GET /_sim/keys":
        return { status: 200, body: { clients: this.store.state.clients, keys: this.store.state.keys } };
      case "POST /_sim/keys":
        return { status: 200, body: await this.keys.make(keyRequestSchema.parse(inputOf(request))) };
      case "POST /_sim/keys/expire":
        return this.expire(inputOf(request));
      case "POST /_sim/keys/activate":
        return this.activate(inputOf(request));
      case "GET /_sim/mandates":
        return { status: 200, body: this.book.list() };
      case "POST /_sim/publish":
        return { status: 200, body: { published: this.book.publishAll(this.clock.now()) } };
      default: {
        const uuid = request.method === "POST" ? OUTCOME_PATH.exec(request.path)?.[1] : undefined;
        return uuid === undefined ? undefined : this.decide(uuid, inputOf(request));
      }
    }
  }

  private change(input: unknown): SimAnswer {
    const given = z.record(z.string(), z.unknown()).parse(input);
    this.store.state.settings = settingsSchema.parse({ ...this.store.state.settings, ...given });
    this.store.save();
    return { status: 200, body: this.store.state.settings };
  }

  private expire(input: unknown): SimAnswer {
    const { consumerKey } = expireSchema.parse(input);
    return this.keys.expire(consumerKey) ? { status: 200, body: {} } : notFound("no such consumer key");
  }

  private activate(input: unknown): SimAnswer {
    const { consumerKey, activated } = activateSchema.parse(input);
    return this.keys.activate(consumerKey, activated)
      ? { status: 200, body: {} }
      : notFound("no such consumer key");
  }

  private decide(uuid: string, input: unknown): SimAnswer {
    const given = outcomeSchema.parse(input);
    const decision: Decision =
      given.status === "FAILED" && given.errorDescription !== undefined
        ? { status: "FAILED", errorCode: given.errorCode, text: given.errorDescription }
        : given;
    const decided = this.book.decideByHand(uuid, decision, this.clock.now());
    return decided > 0 ? { status: 200, body: { decided } } : notFound("no request with this uuid");
  }
}
