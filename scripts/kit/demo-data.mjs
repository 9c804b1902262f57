import { randomBytes, randomInt } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Trouble } from "./say.mjs";

/** @typedef {"new" | "begun" | "done"} Seeding */
/**
 * @typedef {object} DemoData What a demo keeps about itself, in `demo.json` of its folder.
 * @property {string} folder
 * @property {string} database Address of its database.
 * @property {string} masterKey
 * @property {string} signInSecret
 * @property {Record<string, { email: string, password: string }>} people By role.
 * @property {Record<"app" | "mastercard-bs" | "debitdirect" | "paynl", number>} ports 0: not chosen yet.
 * @property {Seeding} seeding `begun`: an earlier start did not get through it.
 */

const roles = ["agent", "finance", "approver", "admin", "auditor"];
/** Without what looks alike. */
const letters = "abcdefghjkmnpqrstuvwxyz23456789";
const password = () =>
  Array.from({ length: 3 }, () =>
    Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join(""),
  ).join("-");

/** @returns {DemoData} */
const fresh = (folder, database) => ({
  folder,
  database: database ?? `file:${join(folder, "debitdesk.db")}`,
  masterKey: randomBytes(32).toString("base64"),
  signInSecret: randomBytes(32).toString("base64url"),
  people: Object.fromEntries(
    roles.map((role) => [role, { email: `${role}@halmstrup.example`, password: password() }]),
  ),
  ports: { app: 0, "mastercard-bs": 0, debitdirect: 0, paynl: 0 },
  seeding: "new",
});

const pathOf = (folder) => join(folder, "demo.json");

/** @param {DemoData} data */
export function saveData(data) {
  const path = pathOf(data.folder);
  const { folder: _where, ...kept } = data;
  // Secrets lie in it. Written beside and renamed, so that it is never half a file.
  writeFileSync(`${path}.new`, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

/**
 * Opens a demo's folder, or makes it. With `startAfresh` everything is chosen anew; the database is emptied later.
 * @param {string} folder
 * @param {{ database?: string, startAfresh?: boolean }} wishes
 * @returns {DemoData}
 */
export function openData(folder, { database, startAfresh = false } = {}) {
  mkdirSync(folder, { recursive: true });
  const known = existsSync(pathOf(folder)) ? JSON.parse(readFileSync(pathOf(folder), "utf8")) : undefined;
  if (known && !startAfresh) {
    if (database && database !== known.database)
      throw new Trouble(
        `The demo in ${folder} was made with another database. Give another folder (--data), or start anew (--fresh).`,
      );
    return { ...known, folder };
  }
  const data = fresh(folder, database ?? known?.database);
  saveData(data);
  return data;
}

/** Forgets what the simulators and the clock remember, before a new beginning. */
export function forgetSimulators(data) {
  rmSync(join(data.folder, "simulators"), { recursive: true, force: true });
  rmSync(join(data.folder, "clock.json"), { force: true });
}

/** Sets the demo's clock so many days back; only before anything runs by it. */
export function setBack(data, days) {
  writeFileSync(join(data.folder, "clock.json"), JSON.stringify({ offset_ms: -days * 86_400_000 }));
}

/**
 * The environment of every process of a demo.
 * @param {DemoData} data
 */
export const environmentOf = (data) => ({
  DATABASE_URL: data.database,
  DEBITDESK_MASTER_KEY: data.masterKey,
  NEXTAUTH_SECRET: data.signInSecret,
  NEXTAUTH_URL: `http://127.0.0.1:${data.ports.app}`,
  PUBLIC_URL: undefined,
  CLOCK_FILE: join(data.folder, "clock.json"),
  INSTANCE_FILE: join(data.folder, "witness"),
  SIM_STATE_DIR: join(data.folder, "simulators"),
  SIM_BS_PORT: String(data.ports["mastercard-bs"]),
  SIM_DEBITDIRECT_PORT: String(data.ports.debitdirect),
  SIM_PAYNL_PORT: String(data.ports.paynl),
  DEMO: "true",
});
