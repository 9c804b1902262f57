import { after } from "next/server";
import { faultLine, log } from "@/lib/log";

/**
 * Lets work go on after the answer has left; the server waits for it before it stops. Without a request of the
 * framework around us there is no answer to wait for, and it simply goes on.
 */
export function inBackground(name: string, work: () => Promise<unknown>): void {
  const run = async () => {
    try {
      await work();
    } catch (error) {
      log("error", "background work failed", { work: name, fault: faultLine(error) });
    }
  };
  try {
    after(run);
  } catch {
    void run();
  }
}
