import { databaseUrl } from "@/db/engine";
import { backUp } from "@/lib/instance/back-up";

/** `npm run backup -- FILE`: a copy of the database of DATABASE_URL, taken while the desk is at work. */
const [to] = process.argv.slice(2);
try {
  if (!to) throw new Error("say where to: npm run backup -- FILE");
  console.log(
    `${to}: ${await backUp(databaseUrl(), to)}. It holds names and amounts in clear: keep it safe.`,
  );
} catch (error) {
  console.error(`No backup was made. ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
