/** Next calls this once per process and waits for it before the first answer; the build does not. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") await (await import("@/lib/start")).start();
}
