import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { describe, expect, it } from "vitest";
import { errorCodes } from "@/lib/kernel/errors";
import { endpoints } from "./endpoints/all";
import { openApiDocument } from "./openapi";
import { problems } from "./problem-codes";

const document = openApiDocument();
/** As a reader of the address gets it. */
const text = JSON.stringify(document);

const folder = join(process.cwd(), "app", "api", "v1");
const routeFiles = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(`${sep}route.ts`))
  .map((name) => name.split(sep).slice(0, -1).join("/"))
  .filter((name) => name !== "openapi.json" && name !== "[...path]");

const fileOf = (path: string): string => path.slice(1).replace(/\{(\w+)\}/g, "[$1]");

function everyRef(value: unknown, found: string[] = []): string[] {
  if (Array.isArray(value)) for (const one of value) everyRef(one, found);
  else if (typeof value === "object" && value !== null)
    for (const [name, one] of Object.entries(value)) {
      if (name === "$ref" && typeof one === "string") found.push(one);
      else everyRef(one, found);
    }
  return found;
}

describe("the OpenAPI document", () => {
  it("is of version 3.1 and names its version and its server", () => {
    expect(document.openapi).toBe("3.1.0");
    expect(document.info.version).toMatch(/^\d+\.\d+\.\d+/);
    expect(document.servers).toEqual([{ url: "/api/v1" }]);
  });

  it("has a route file for every path, and a path for every route file", () => {
    expect([...new Set(endpoints.map((one) => fileOf(one.path)))].sort()).toEqual([...routeFiles].sort());
  });

  it.each(endpoints.map((one) => [one.method, one.path, one] as const))(
    "%s %s is what its route file exports, made from this very operation",
    (method, path, endpoint) => {
      const file = join(folder, ...fileOf(path).split("/"), "route.ts");
      const source = readFileSync(file, "utf8");
      const exported = [...source.matchAll(/export const (\w+) = (?:read|write)\(\s*(\w+)/g)];
      const methods = endpoints.filter((one) => one.path === path).map((one) => one.method);
      expect(exported.map(([, name]) => name).sort(), relative(folder, file)).toEqual(methods.sort());
      const name = exported.find(([, one]) => one === method)?.[2];
      expect(name).toBe(`${endpoint.id}Endpoint`);
    },
  );

  it("refers to nothing that it does not have, and has nothing that nobody refers to", () => {
    const refs = new Set(everyRef(JSON.parse(text)));
    const there = Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`);
    expect([...refs].sort()).toEqual(there.sort());
  });

  it("gives every operation its own name, its parameters, and an answer for every status", () => {
    const seen = new Set<string>();
    for (const endpoint of endpoints) {
      const operation: unknown = JSON.parse(text).paths[endpoint.path][endpoint.method.toLowerCase()];
      expect(operation).toMatchObject({
        operationId: endpoint.id,
        summary: expect.stringMatching(/\w/),
        tags: [endpoint.tag],
        responses: {
          [endpoint.status]: { content: { "application/json": { schema: { $ref: expect.any(String) } } } },
          401: { content: { "application/problem+json": expect.anything() } },
          403: expect.anything(),
          422: expect.anything(),
          500: expect.anything(),
        },
      });
      expect(seen.has(endpoint.id)).toBe(false);
      seen.add(endpoint.id);
      const named = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(Object.keys(endpoint.params.shape)).toEqual(named);
    }
  });

  it("asks for a key for repeats on every POST and on nothing else", () => {
    for (const endpoint of endpoints) {
      const operation = JSON.stringify(
        JSON.parse(text).paths[endpoint.path][endpoint.method.toLowerCase()].parameters,
      );
      expect(operation.includes("Idempotency-Key")).toBe(endpoint.method === "POST");
    }
  });

  it("knows every way in which a verb refuses, with a status of its kind", () => {
    for (const code of errorCodes) expect(problems[code].status).toBeGreaterThanOrEqual(400);
    expect(text).toContain('"enum":["json_malformed"');
  });

  it("says what is left out, and takes nothing that it does not name", () => {
    const { schemas } = document.components;
    expect(schemas.NewPayment).toMatchObject({
      additionalProperties: false,
      required: ["mandate_id", "amount", "text"],
    });
    expect(JSON.parse(text).paths["/payments"].get.parameters).toContainEqual({
      name: "limit",
      in: "query",
      required: false,
      description: "50 when left out.",
      schema: { type: "integer", minimum: 1, maximum: 100 },
    });
  });

  it("names no secret among its answers", () => {
    const answers = JSON.stringify(
      Object.entries(document.components.schemas).filter(([name]) => !name.startsWith("New")),
    );
    for (const word of ["sealed", "secret", "blind", "password", "api_key", "hash"])
      expect(answers.toLowerCase()).not.toContain(`"${word}`);
  });
});
