import { and, eq, isNull } from "drizzle-orm";
import { apiKeys, connections, creditors, users } from "@/db/schema";
import type { Role } from "@/db/tables/access";
import { createApiKey } from "@/lib/access/api-keys";
import { personCtx } from "@/lib/access/person-ctx";
import { hashToken } from "@/lib/access/tokens";
import { subscribeEvents } from "@/lib/connections/subscribe";
import type { Ctx, Runtime } from "@/lib/context";
import { bankDayOnOrAfter } from "@/lib/deadlines/calendars";
import { pollOnce, workOnce } from "@/lib/jobs/worker";
import { addDays } from "@/lib/kernel/day";
import { atTime, dayIn } from "@/lib/kernel/instant";
import { workerCtx } from "@/lib/runtime";
import { connectProviders } from "./connect";
import type { SeedDesk, SignIn, SimulatorId, StaffKey } from "./desk";
import { moveClock } from "./simulators";
import { hire } from "./staff";
import { scenesUpTo } from "./story";

const ZONE = "Europe/Copenhagen";
/** More rounds than anything needs; what is due only later stays for later. */
const ROUNDS = 20;

export interface Beginning {
  people: Record<StaffKey, SignIn>;
  simulators: Record<SimulatorId, string>;
}

async function open(of: Runtime, { people, simulators }: Beginning): Promise<SeedDesk> {
  return {
    of,
    ...(await hire(of, people)),
    simulators,
    moveTo: (instant) => moveClock(simulators, instant),
    work: async () => {
      const ctxFor = (id: string) => workerCtx(of, id);
      for (let round = 0; round < ROUNDS; round += 1)
        if ((await workOnce(ctxFor)) + (await pollOnce(ctxFor)) === 0) return;
    },
  };
}

/** A creditor with its people and connections, and nothing done yet. The clock stays as it is. */
export async function seedPeople(of: Runtime, beginning: Beginning): Promise<void> {
  await connectProviders(await open(of, beginning));
}

/**
 * As `seedPeople`, and then everything since: the clock runs from where it stands to now, the scenes are played, and on
 * each bank day the worker does its part, by the verbs that people use.
 */
export async function seedHistory(
  of: Runtime,
  beginning: Beginning,
  realNow: () => Date = () => new Date(),
): Promise<void> {
  const now = realNow();
  const desk = await open(of, beginning);
  const start = of.clock.now();
  const agreements = await connectProviders(desk);
  const days: { at: Date; play?: undefined }[] = [];
  // On closed days the providers have next to nothing to tell.
  for (let day = addDays(dayIn(start, ZONE), 1); day <= dayIn(now, ZONE); day = addDays(day, 1))
    if (bankDayOnOrAfter("denmark", day) === day) days.push({ at: atTime(day, "06:10", ZONE) });
  const moments = [...scenesUpTo(start, now), ...days.filter(({ at }) => at < now)];
  for (const { at, play } of moments.sort((one, other) => one.at.getTime() - other.at.getTime())) {
    if (at > of.clock.now()) await desk.moveTo(at);
    await desk.work();
    if (!play) continue;
    await play(desk, agreements);
    await desk.work();
  }
  await desk.moveTo(realNow());
  await desk.work();
}

async function adminOf(of: Runtime): Promise<Ctx | null> {
  const [row] = await of.db.read
    .select({ user: users, creditor: creditors })
    .from(users)
    .innerJoin(creditors, eq(creditors.id, users.creditorId))
    .where(and(eq(users.role, "admin"), isNull(users.disabledAt)))
    .limit(1);
  return row ? personCtx(of, { ...row.user, creditorName: row.creditor.name }) : null;
}

/** Makes an API key of this very text with the rights of these roles, unless there is one. */
export async function ensureApiKey(
  of: Runtime,
  key: string,
  [role, ...moreRoles]: [Role, ...Role[]],
): Promise<void> {
  const [there] = await of.db.read
    .select()
    .from(apiKeys)
    .where(eq(apiKeys.hash, hashToken(key)));
  const admin = await adminOf(of);
  if (!there && admin) await createApiKey(admin, { name: "Demo", role, moreRoles, key });
}

/** Has the providers send their events to where we are now; needed after the app moved to another port. */
export async function subscribeAnew(of: Runtime): Promise<void> {
  const admin = await adminOf(of);
  if (!admin) return;
  const rows = await of.db.read
    .select()
    .from(connections)
    .where(eq(connections.creditorId, admin.creditorId));
  for (const connection of rows) {
    const provider = admin.providers[connection.provider];
    if (!provider?.capabilities(connection.environment, connection.settings).subscribeEvents) continue;
    await subscribeEvents(admin, connection.id);
  }
}
