import { z } from "zod";
import { crashPoints } from "./crash-point";

/** Everything the environment may say, with a sentence each; docs/operating.md has a row for each. */
export const variables = {
  DATABASE_URL: z
    .string()
    .default("file:data/debitdesk.db")
    .describe("Where the data lies: `file:PATH` for SQLite, or `postgres://…`."),
  DEBITDESK_MASTER_KEY: z
    .string()
    .regex(/^[A-Za-z0-9+/]{43}=$/, "32 bytes in base64")
    .describe(
      "32 random bytes in base64 under which every secret is encrypted. Losing it loses the secrets.",
    ),
  NEXTAUTH_SECRET: z.string().min(32).describe("Signs the sign-in cookie; at least 32 characters."),
  NEXTAUTH_URL: z.url().describe("The address people open, for example https://desk.example.org."),
  PUBLIC_URL: z
    .url()
    .optional()
    .describe("The address providers send their events to, when it is not NEXTAUTH_URL."),
  INSTANCE_FILE: z
    .string()
    .optional()
    .describe(
      "The witness: a small file, apart from the database and its backups, by which a copy is told from the original.",
    ),
  CLOCK_FILE: z
    .string()
    .optional()
    .describe(
      "A file that moves the clock, for demonstrations only. Refused while a connection is not a simulator.",
    ),
  DEMO: z.stringbool().default(false).describe("Says on the sign-in page that this is a demonstration."),
  BENCH: z.stringbool().default(false).describe("Serves an empty page at /bare, for measuring against."),
  DESIGN: z
    .stringbool()
    .default(false)
    .describe("Serves /design, every part of the desk in every state, for the people who build it."),
  CRASH_AT: z
    .enum(crashPoints)
    .optional()
    .describe("For the kill proof: the moment at which this process dies. Refused without CLOCK_FILE."),
  CRASH_NTH: z.coerce
    .number()
    .int()
    .positive()
    .default(1)
    .describe("For the kill proof: at which passage of that moment."),
  CRASH_BY: z
    .enum(["SIGKILL", "SIGSTOP"])
    .default("SIGKILL")
    .describe("For the kill proof: dead, or frozen until it is woken."),
} as const;

const schema = z
  .object(variables)
  .refine((one) => !one.CRASH_AT || one.CLOCK_FILE, { path: ["CRASH_AT"], error: "only with CLOCK_FILE" });
export type Env = z.infer<typeof schema>;

let checked: Env | undefined;

/** The environment, checked once at first use; throws a list of what is wrong. */
export function env(): Env {
  if (checked) return checked;
  const result = schema.safeParse(process.env);
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`The environment is not complete:\n${lines.join("\n")}`);
  }
  checked = result.data;
  return checked;
}
