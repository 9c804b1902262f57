import { writeFileSync } from "node:fs";

/** Writes how many tests passed and failed to the file COUNTS_FILE. What was skipped was not shown to work: it failed. */
export default class CountReporter {
  onTestRunEnd(modules, errors) {
    const counts = {};
    const note = (project, passed) => {
      counts[project] ??= { passed: 0, failed: 0 };
      counts[project][passed ? "passed" : "failed"] += 1;
    };
    for (const module of modules) {
      const project = module.project.name;
      for (const test of module.children.allTests()) note(project, test.result().state === "passed");
      // A file that could not be read has no tests to fail.
      for (const _error of module.errors()) note(project, false);
    }
    for (const _error of errors) note("run", false);
    if (process.env.COUNTS_FILE) writeFileSync(process.env.COUNTS_FILE, JSON.stringify(counts));
  }
}
