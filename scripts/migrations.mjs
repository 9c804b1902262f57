import { spawnSync } from "node:child_process";

/** Writes the next migration for both dialects, always together: `npm run migrations -- a_name`. */
const name = process.argv[2] ?? "change";
for (const dialect of ["sqlite", "postgres"]) {
  const made = spawnSync("npx", ["drizzle-kit", "generate", "--name", name], {
    stdio: "inherit",
    env: { ...process.env, DIALECT: dialect },
  });
  if (made.status !== 0) process.exit(made.status ?? 1);
}
