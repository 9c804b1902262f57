import { and, eq, inArray, isNotNull } from "drizzle-orm";
import { attempts, instances } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { openWitness, thisMachine } from "@/db/witness";
import type { Runtime } from "@/lib/context";
import { judge, type Verdict } from "./judge";
import { fenceAll, INSTANCE, nextGeneration } from "./raise-fence";

type Instance = Runtime["instance"];
type Of = Pick<Runtime, "db" | "clock">;
type Stored = typeof instances.$inferSelect;

/**
 * Finds out whether this database is the one that was here before, by a witness kept outside of it, and fences it when
 * it may be a copy or older than it was. Nobody has to remember anything for that.
 */
export async function openInstance(of: Of, witnessFile: string): Promise<Instance> {
  const witness = openWitness(witnessFile);
  const { read } = of.db;
  const machine = thisMachine();
  let place = "";

  const stored = async (): Promise<Stored | null> =>
    (await read.select().from(instances).where(eq(instances.id, INSTANCE)))[0] ?? null;

  async function verdict(company: boolean): Promise<{ row: Stored | null; verdict: Verdict }> {
    const row = await stored();
    const seen = row && witness.seen(row.name);
    const lost = seen ? await anyLost(of, seen.left) : false;
    const history = row ? true : await anySent(of);
    return { row, verdict: judge(row, seen, { place, machine, company, lost, history }) };
  }

  /** Comes to one mind with the database; one process of the machine at a time. */
  async function settle(company: boolean): Promise<void> {
    await witness.alone(async () => {
      const found = await verdict(company);
      if (found.verdict.kind === "same") return;
      const row = found.verdict.kind === "adopt" ? found.row : await writeGeneration(of, found.verdict);
      if (row) witness.bind(row.name, { generation: row.generation, token: row.token, place, machine });
    });
  }

  async function comeIn(): Promise<void> {
    place = await of.db.place();
    await of.db.enter(settle);
  }

  await comeIn();
  return {
    confirm: async () => {
      if (!of.db.inside()) await comeIn();
      else if ((await verdict(false)).verdict.kind !== "same") await settle(false);
    },
    noteLeft: async (attemptId) => {
      const row = await stored();
      if (!row) throw new Error("the database does not say which instance it is");
      await witness.note(row.name, attemptId);
    },
  };
}

/** A beginning, or a fence for every creditor: either way these data get a token that no copy has. */
function writeGeneration(of: Of, verdict: Exclude<Verdict, { kind: "same" | "adopt" }>): Promise<Stored> {
  if (verdict.kind === "fence") return fenceAll(of, verdict.why);
  return inTransaction(of.db, (tx) => nextGeneration(tx, of.clock.now()));
}

/** Whether the database knows less than what left from here. */
async function anyLost(of: Of, left: string[]): Promise<boolean> {
  if (left.length === 0) return false;
  const known = await of.db.read
    .select({ id: attempts.id })
    .from(attempts)
    .where(and(inArray(attempts.id, left), isNotNull(attempts.permittedAt)));
  return known.length < new Set(left).size;
}

async function anySent(of: Of): Promise<boolean> {
  const some = await of.db.read
    .select({ id: attempts.id })
    .from(attempts)
    .where(isNotNull(attempts.permittedAt))
    .limit(1);
  return some.length > 0;
}
