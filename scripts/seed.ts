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

/** Fills a demo's database, as SEED (JSON) says, and sees to what each start needs. */
const { fill, moved, ...beginning } = input.parse(JSON.parse(process.env.SEED ?? "null"));
const of = await runtime();
try {
  if (fill === "history") await seedHistory(of, beginning);
  if (fill === "people") await seedPeople(of, beginning);
  if (moved) await subscribeAnew(of);
  if (process.env.DEMO_API_KEY) await ensureApiKey(of, process.env.DEMO_API_KEY);
} finally {
  await of.db.close();
}
