import { z } from "zod";
import { endpoint } from "../endpoint";
import { connectionList, connectionShape, environments } from "../json/connection";
import { formGiven, named, textGiven } from "../json/shapes";

export const listConnectionsEndpoint = endpoint({
  method: "GET",
  path: "/connections",
  id: "listConnections",
  tag: "Connections",
  summary: "All provider connections with their creditor agreements",
  permission: "read",
  status: 200,
  answer: connectionList,
});

export const createConnectionEndpoint = endpoint({
  method: "POST",
  path: "/connections",
  id: "createConnection",
  tag: "Connections",
  summary: "Adds a provider connection, with its first credential",
  permission: "connections.manage",
  status: 201,
  body: named(
    "NewConnection",
    z.strictObject({
      provider: textGiven(60),
      name: textGiven(100),
      environment: z.enum(environments),
      base_url: z
        .string()
        .trim()
        .max(500)
        .optional()
        .describe("Needed for the simulator; elsewhere the provider's own when left out."),
      settings: formGiven.optional().describe("The provider's settings form."),
      credential: formGiven
        .optional()
        .describe("The provider's credential form. Kept sealed and never answered."),
    }),
  ),
  answer: connectionShape,
});
