import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const alias = { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") };

/** Generous: a loaded machine is slow, and a test that hangs fails all the same. */
const testTimeout = 60_000;
const exclude = ["**/node_modules/**", ".next/**", "e2e/**"];

/** `*.test.ts` is pure or speaks HTTP on loopback; `*.db.test.ts` runs on each database, `*.sqlite.test.ts` on one. */
export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          testTimeout,
          include: ["**/*.test.ts"],
          exclude: [...exclude, "**/*.{db,sqlite}.test.ts"],
        },
      },
      {
        resolve: { alias },
        test: {
          name: "sqlite",
          testTimeout,
          include: ["**/*.{db,sqlite}.test.ts"],
          exclude,
          env: { DATABASE_URL: "file:test" },
          setupFiles: ["db/testing/setup.ts"],
        },
      },
      {
        resolve: { alias },
        test: {
          name: "postgres",
          testTimeout,
          include: ["**/*.db.test.ts"],
          exclude,
          env: { DATABASE_URL: "postgres://test" },
          setupFiles: ["db/testing/setup.ts"],
          globalSetup: ["db/testing/postgres.ts"],
        },
      },
    ],
  },
});
