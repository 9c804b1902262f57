import { beginStack } from "./stack";

/** Starts the desk that all stories use: E2E_DATABASE says on which database. Ends it after the last. */
export default function globalSetup(): Promise<() => Promise<void>> {
  return beginStack(process.env.E2E_DATABASE === "postgres" ? "postgres" : "sqlite");
}
