import { z } from "zod";
import { ensureApiKey, seedHistory, seedPeople, subscribeAnew } from "@/db/seed/seed";
import { runtime } from "@/lib/runtime";

const signIn = z.object({ email: z.string(), password: z.string() });
const input = z.object({
  fill: z.enum(["history", "people", "nothing"]),
  /** The app answers at another address than before. */
  moved: z.boolean(),
  people: z.object({
    agent: signIn,
    finance: signIn,
    approver: signIn,
    admin: signIn,
    auditor: signIn,
  }),
  simulators: z.object({ "mastercard-bs": z.url(), debitdirect: z.url(), paynl: z.url() }),
});

const role = z.enum(["agent", "finance", "admin", "auditor"]);
const roles = z.tuple([role], role);

/** Fills a demo's database, as SEED (JSON) says, and sees to what each start needs. */
const { fill, moved, ...beginning } = input.parse(JSON.parse(process.env.SEED ?? "null"));
const of = await runtime();
try {
  if (fill === "history") await seedHistory(of, beginning);
  if (fill === "people") await seedPeople(of, beginning);
  if (moved) await subscribeAnew(of);
  const { DEMO_API_KEY, DEMO_API_KEY_ROLES = "agent,finance,admin" } = process.env;
  if (DEMO_API_KEY) await ensureApiKey(of, DEMO_API_KEY, roles.parse(DEMO_API_KEY_ROLES.split(",")));
} finally {
  await of.db.close();
}
