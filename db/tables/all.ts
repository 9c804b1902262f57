import type { Kit } from "../dialect/postgres";
import { accessTables } from "./access";
import { bulkTables } from "./bulk";
import { connectionTables } from "./connections";
import { importTables } from "./imports";
import { instanceTables } from "./instance";
import { journeyTables } from "./journeys";
import { noteTables } from "./notes";
import { nounTables } from "./nouns";
import { onboardingTables } from "./onboarding";
import { proofTables } from "./proof";
import { runTables } from "./runs";
import { searchTables } from "./search";
import { viewTables } from "./views";

/** Every table, written once, built with a dialect's kit. */
export const defineTables = (kit: Kit) => ({
  ...accessTables(kit),
  ...proofTables(kit),
  ...connectionTables(kit),
  ...nounTables(kit),
  ...noteTables(kit),
  ...journeyTables(kit),
  ...runTables(kit),
  ...bulkTables(kit),
  ...importTables(kit),
  ...instanceTables(kit),
  ...viewTables(kit),
  ...searchTables(kit),
  ...onboardingTables(kit),
});
