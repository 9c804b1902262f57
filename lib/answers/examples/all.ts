import type { Example } from "./example";
import { mandateExamples } from "./mandates";
import { paymentExamples } from "./payments";
import { runExamples } from "./runs";

/** Every answer there is, with a situation for it. */
export const examples: readonly { title: string; rows: readonly Example[] }[] = [
  { title: "Mandates", rows: mandateExamples },
  { title: "Runs", rows: runExamples },
  { title: "Payments", rows: paymentExamples },
];
