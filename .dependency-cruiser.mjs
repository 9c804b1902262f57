import { options, readImports } from "./scripts/kit/read-imports.mjs";

/** Which part of the house may import which. Only imports of values count: a type may come from anywhere. */
readImports({ types: false });

/** Tests and their helpers may look anywhere. */
const TESTING = "\\.test\\.tsx?$|(^|/)(testing|contract-suite)(/|\\.ts$|-[a-z]+\\.ts$)";
const NOUNS = "debtors|mandates|payments|connections";
/** A noun's other files are its states, queries, forms and door, which others may read. */
const VERBS =
  "create|update|reveal|stop|record-end|link|cancel|replan|credential|agreement|subscribe|probe|update-settings";

const rule = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    rule(
      "no-unresolvable",
      "An import must lead somewhere.",
      {},
      { couldNotResolve: true, dependencyTypesNot: ["npm", "core"] },
    ),
    rule(
      "db-below-lib",
      "The database knows what lib's words are, and nothing that lib does.",
      { path: "^db/", pathNot: [TESTING, "^db/seed/"] },
      { path: "^(lib|components|app|simulators|scripts)/" },
    ),
    rule(
      "lib-below-components",
      "What the desk does is not drawn here.",
      { path: "^lib/", pathNot: TESTING },
      { path: "^(components|app|simulators|scripts|db/seed|db/testing)/" },
    ),
    rule(
      "components-know-no-data",
      "A component gets what it shows; words, day and money, and addresses are all it asks for.",
      { path: "^components/", pathNot: TESTING },
      { path: "^(app|db|simulators|scripts)/|^lib/(?!i18n/|kernel/|routes\\.ts$)" },
    ),
    rule(
      "app-below-nothing",
      "Nobody imports a route but a route.",
      { path: "^(?!app/)", pathNot: TESTING },
      { path: "^app/" },
    ),
    rule(
      "app-on-lib",
      "A page asks lib, never a provider, a simulator or a script.",
      { path: "^(app/|instrumentation\\.ts$)", pathNot: TESTING },
      { path: "^(simulators|scripts|db/seed|db/testing)/|^lib/testing/" },
    ),
    rule(
      "kernel-alone",
      "The words that everything speaks import nothing.",
      { path: "^lib/kernel/", pathNot: TESTING },
      { path: "^(?!lib/kernel/)(lib|db|components|app|simulators|scripts)/" },
    ),
    rule(
      "nouns-apart",
      "A noun never calls another noun's verb; a page or a run composes them.",
      { path: `^lib/(${NOUNS})/`, pathNot: TESTING },
      { path: `^lib/(${NOUNS})/(${VERBS})\\.ts$`, pathNot: "^lib/$1/" },
    ),
    rule(
      "providers-by-registry",
      "Nobody names a provider: they are found in the registry.",
      { path: "^(?!lib/providers/)", pathNot: TESTING },
      { path: "^lib/providers/(mastercard-bs|debitdirect|paynl)/" },
    ),
    rule(
      "providers-apart",
      "A provider's folder knows the contract and no other provider.",
      { path: "^lib/providers/([^/]+)/", pathNot: TESTING },
      { path: "^lib/providers/(mastercard-bs|debitdirect|paynl)/", pathNot: "^lib/providers/$1/" },
    ),
    rule(
      "provider-contract-free",
      "What all providers share names none of them; only the registry does.",
      { path: "^lib/providers/[^/]+\\.ts$", pathNot: ["registry\\.ts$", TESTING] },
      { path: "^lib/providers/(mastercard-bs|debitdirect|paynl)/" },
    ),
    rule(
      "simulators-apart",
      "A simulator that shared code with an adapter would share its mistakes.",
      { path: "^simulators/" },
      { path: "^(lib|app|components|db|scripts)/" },
    ),
    rule(
      "auditor-apart",
      "An auditor that shared code with the product would share its mistakes; tables are all they have in common.",
      { path: "^proof/auditor/", pathNot: TESTING },
      { path: "^(?!proof/auditor/|db/schema\\.ts$)(lib|app|components|db|simulators|scripts|proof)/" },
    ),
    rule(
      "proof-below-nothing",
      "The product does not know how it is proven.",
      { path: "^(app|components|lib|db|simulators|scripts)/" },
      { path: "^proof/" },
    ),
    rule(
      "simulators-each-alone",
      "One simulator knows the kit and itself.",
      { path: "^simulators/(?!kit/)([^/]+)/" },
      { path: "^simulators/", pathNot: "^simulators/(kit|$1)/" },
    ),
    rule(
      "simulators-only-in-tests",
      "Only tests and the commands start a simulator.",
      { path: "^(app|components|lib|db)/", pathNot: TESTING },
      { path: "^simulators/" },
    ),
    rule(
      "no-dev-dependency",
      "What runs in production must be installed there.",
      { path: "^(app|components|lib|db|instrumentation)", pathNot: [TESTING, "^db/testing/"] },
      { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"] },
    ),
  ],
  options,
};
