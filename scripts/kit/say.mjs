// Whoever read along may have gone.
process.stderr.on("error", () => undefined);
process.stdout.on("error", () => undefined);

/** Progress goes to standard error: standard output is for what other programs may read. */
export const say = (text) => process.stderr.write(`${text}\n`);

/** Something a person can act on; shown as its sentence, without a stack. */
export class Trouble extends Error {}

/** Runs a command's main function; what it throws is told, and the process ends with 1. */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    say(error instanceof Trouble ? error.message : String(error?.stack ?? error));
    process.exit(1);
  }
}
