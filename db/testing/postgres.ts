import type { TestProject } from "vitest/node";
import { migrate } from "../migrate";
import { connectPostgres } from "../postgres-driver";
import { startPostgres } from "./postgres-server";

declare module "vitest" {
  interface ProvidedContext {
    postgresUrl: string;
  }
}

export const TEMPLATE = "debitdesk_template";

/** Starts the server for the whole run and migrates one database that every test copies. */
export default async function setup(project: TestProject) {
  const server = await startPostgres();
  const root = connectPostgres(server.url("postgres"), 1);
  await root.execute(`create database ${TEMPLATE}`);
  await root.close();
  const template = connectPostgres(server.url(TEMPLATE), 1);
  await migrate(template);
  await template.close();
  project.provide("postgresUrl", server.url(""));
  return () => server.stop();
}
