import type { SimRequest } from "../kit/simulator";
import { Refusal } from "./refusal";

/** A JSON object whose keys are read without regard to case. */
export class Body {
  private readonly values = new Map<string, unknown>();

  constructor(source: object) {
    for (const [name, value] of Object.entries(source)) this.values.set(name.toLowerCase(), value);
  }

  has(name: string): boolean {
    return this.values.has(name.toLowerCase());
  }

  get(name: string): unknown {
    return this.values.get(name.toLowerCase());
  }

  /** A text with something in it; null when it is absent, null or blank. Refuses anything else. */
  text(name: string): string | null {
    const value = this.get(name);
    if (value === undefined || value === null) return null;
    if (typeof value !== "string") throw new Refusal(422, `${name} must be a string.`);
    return value.trim() === "" ? null : value;
  }

  need(name: string): string {
    const value = this.text(name);
    if (value === null) throw new Refusal(422, `${name} is required.`);
    return value;
  }

  /** An object inside this one. */
  object(name: string): Body {
    const value = this.get(name);
    if (typeof value !== "object" || value === null || Array.isArray(value))
      throw new Refusal(422, `${name} must be an object.`);
    return new Body(value);
  }
}

/** Application/json, text/json and application/*+json are what the published reference lists for requests. */
const JSON_TYPE = /^(application|text)\/json$|^application\/[\w.-]+\+json$/;

/** The body of a provider call: 411 without a length, 415 for other content, 422 for what is not a JSON object. */
export function readBody(request: SimRequest): Body {
  if (request.headers["content-length"] === undefined) throw new Refusal(411, "Content-Length is required.");
  const type = (request.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  if (!JSON_TYPE.test(type)) throw new Refusal(415, "Content-Type must be application/json.");
  return parseBody(request.raw);
}

/** Any bytes as a JSON object; no bytes are an empty one. */
export function parseBody(raw: Buffer): Body {
  if (raw.length === 0) return new Body({});
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(raw));
  } catch {
    throw new Refusal(422, "The body is not valid JSON.");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new Refusal(422, "The body must be a JSON object.");
  return new Body(value);
}
