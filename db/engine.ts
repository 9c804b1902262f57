export type Engine = "sqlite" | "postgres";

/** The database's address: `postgres://…`, or `file:path` for the embedded one. */
export const databaseUrl = (): string => process.env.DATABASE_URL ?? "file:data/debitdesk.db";

/** One process speaks to one kind of database; its address says which. */
export const engineOf = (url: string): Engine => (/^postgres(ql)?:\/\//.test(url) ? "postgres" : "sqlite");
