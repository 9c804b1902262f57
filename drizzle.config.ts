import { defineConfig } from "drizzle-kit";

/** `DIALECT=postgres` or `sqlite` (default): migrations are written for both, always together; see scripts/migrations.mjs. */
const dialect = process.env.DIALECT === "postgres" ? "postgresql" : "sqlite";
const name = dialect === "postgresql" ? "postgres" : "sqlite";

const paths = { schema: `./db/schema.${name}.ts`, out: `./db/migrations/${name}` };

export default dialect === "postgresql"
  ? defineConfig({ dialect, ...paths })
  : defineConfig({ dialect, ...paths });
