import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { whyDocument } from "@/lib/answers/document";

/** Writes docs/why-not-collected.md from the table of examples. */
const path = join(process.cwd(), "docs", "why-not-collected.md");
writeFileSync(path, whyDocument());
console.log(`wrote ${path}`);
