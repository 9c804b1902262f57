import { databaseUrl } from "@/db/engine";
import { fileClock, systemClock } from "@/lib/clock";
import { restore } from "@/lib/instance/restore";

/** `npm run restore -- FILE`: makes a backup the database of DATABASE_URL. It comes up fenced. */
const { CLOCK_FILE } = process.env;
const [from] = process.argv.slice(2);
try {
  if (!from) throw new Error("say from where: npm run restore -- FILE");
  const { kept } = await restore(from, databaseUrl(), CLOCK_FILE ? fileClock(CLOCK_FILE) : systemClock);
  console.log(`${from} is the database now.${kept ? ` What was there before is ${kept}.` : ""}`);
  console.log("It is fenced: nothing is sent until an admin has compared it with each provider.");
} catch (error) {
  console.error(`Nothing was restored. ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
