import type { Bug } from "./bug";
import { providerBugs } from "./providers";
import { recordBugs } from "./records";
import { sendingBugs } from "./sending";

export const bugs: readonly Bug[] = [...sendingBugs, ...providerBugs, ...recordBugs];
