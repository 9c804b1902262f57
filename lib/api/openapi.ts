import { z } from "zod";
import manifest from "@/package.json";
import { type Endpoint, problemsOf } from "./endpoint";
import { endpoints } from "./endpoints/all";
import { named, shapes } from "./json/shapes";
import { problems } from "./problem-codes";

type Json = Record<string, unknown>;

const codes = Object.keys(problems);

/** Every refusal and every fault; RFC 9457. */
export const problemShape = named(
  "Problem",
  z.strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.enum(codes).describe("Stable; go by this."),
    detail: z.string().optional(),
    errors: z
      .array(z.strictObject({ field: z.string(), code: z.string(), detail: z.string() }))
      .optional()
      .describe("What is wrong, per field."),
    params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    request_id: z.string().describe("Give this when you ask about it."),
  }),
  "A refusal, or a fault on our side.",
);

const tidy = { io: "input", override: plainer } as const;

/** Formats say enough; their patterns, and the limits of whole numbers, only make the document longer. */
function plainer({ jsonSchema }: { jsonSchema: Json }): void {
  const { format, type, minimum, maximum } = jsonSchema;
  if (format === "date" || format === "date-time" || type === "integer") delete jsonSchema.pattern;
  if (type === "integer" && minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (type === "integer" && maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
}

function schemas(): Json {
  const made = z.toJSONSchema(shapes, { ...tidy, uri: (id) => `#/components/schemas/${id}` });
  return Object.fromEntries(
    Object.entries(made.schemas).map(([id, { $schema, $id, ...schema }]) => [id, schema]),
  );
}

/** A shape stands in the document once, under its name. */
function refTo(schema: z.ZodType): Json {
  const id = shapes.get(schema)?.id;
  if (id === undefined) throw new Error("a body or an answer of the API has no name");
  return { $ref: `#/components/schemas/${id}` };
}

function parameters(schema: z.ZodObject, place: "path" | "query"): Json[] {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, tidy);
  return Object.entries(properties).map(([name, property]) => {
    const { description, ...rest } = typeof property === "boolean" ? {} : property;
    return {
      name,
      in: place,
      required: place === "path" || required.includes(name),
      ...(description === undefined ? {} : { description }),
      schema: rest,
    };
  });
}

const idempotencyKey = {
  name: "Idempotency-Key",
  in: "header",
  required: true,
  description:
    "Yours, one per intended effect. Repeated with the same content, it gets the first answer again.",
  schema: { type: "string", minLength: 1, maxLength: 200, pattern: "^[\\x21-\\x7e]+$" },
};

function responses(endpoint: Endpoint): Json {
  const byStatus = new Map<number, string[]>();
  for (const code of problemsOf(endpoint)) {
    const { status } = problems[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const refused = [...byStatus].map(([status, of]) => [
    String(status),
    {
      description: of.join(", "),
      content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
    },
  ]);
  const headers =
    endpoint.method === "POST"
      ? {
          headers: {
            "Idempotent-Replay": {
              description: "true: this is the first answer again, and nothing was done.",
              schema: { type: "string", enum: ["true"] },
            },
          },
        }
      : {};
  return {
    [String(endpoint.status)]: {
      description: endpoint.status === 201 ? "Made" : "Answered",
      ...headers,
      content: { "application/json": { schema: refTo(endpoint.answer) } },
    },
    ...Object.fromEntries(refused),
  };
}

function operation(endpoint: Endpoint): Json {
  const takesBody = !(endpoint.body instanceof z.ZodUndefined);
  return {
    operationId: endpoint.id,
    tags: [endpoint.tag],
    summary: endpoint.summary,
    description: `Needs the permission \`${endpoint.permission}\`.`,
    parameters: [
      ...parameters(endpoint.params, "path"),
      ...parameters(endpoint.query, "query"),
      ...(endpoint.method === "POST" ? [idempotencyKey] : []),
    ],
    ...(takesBody
      ? { requestBody: { required: true, content: { "application/json": { schema: refTo(endpoint.body) } } } }
      : {}),
    responses: responses(endpoint),
  };
}

function paths(): Json {
  const made: Record<string, Json> = {};
  for (const endpoint of endpoints) {
    const here = made[endpoint.path] ?? {};
    here[endpoint.method.toLowerCase()] = operation(endpoint);
    made[endpoint.path] = here;
  }
  return made;
}

function build() {
  return {
    openapi: "3.1.0",
    info: {
      title: "Debitdesk",
      version: manifest.version,
      description:
        "Mandates, payments and deadlines of a creditor who collects by direct debit. Amounts are integers in minor units, days are YYYY-MM-DD in the scheme's zone, instants are UTC.",
    },
    servers: [{ url: "/api/v1" }],
    security: [{ apiKey: [] }],
    tags: [...new Set(endpoints.map((one) => one.tag))].map((name) => ({ name })),
    paths: paths(),
    components: {
      schemas: schemas(),
      securitySchemes: {
        apiKey: { type: "http", scheme: "bearer", description: "An API key of this desk." },
      },
    },
  };
}

let made: ReturnType<typeof build> | undefined;

/** The OpenAPI 3.1 document, made once from the very schemas that the routes check with. */
export function openApiDocument() {
  made ??= build();
  return made;
}
