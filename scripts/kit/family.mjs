import { spawn } from "node:child_process";
import { createWriteStream, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { root } from "./root.mjs";
import { Trouble } from "./say.mjs";

const PATIENCE_MS = 20_000;
const LINES_SHOWN = 15;

const lastLines = (text) => text.trimEnd().split("\n").slice(-LINES_SHOWN).join("\n");

/** @typedef {Record<string, string | undefined>} Env A name with undefined is left out. */
/**
 * @typedef {object} Family
 * @property {(name: string, args: string[], env?: Env) => Promise<string>} start Starts one that goes on until the end;
 *   answers the first line it prints.
 * @property {(name: string, args: string[], env?: Env) => Promise<string>} run Runs one to its end; answers what it
 *   printed. Throws when it does not end well.
 * @property {(name: string) => Promise<void>} kill Ends one at once, as a power cut would; that is no trouble then.
 * @property {Promise<never>} broken Fails when one that should go on has ended.
 * @property {() => Promise<void>} stop Ends all, the latest first: the simulators outlive whoever talks to them.
 */

/**
 * The processes of a demo or a test: Node programs, each with its own log. They are no part of the terminal's group,
 * so Ctrl-C reaches only us, and each ends by itself when the channel to us closes.
 * @param {string} logs the folder of the logs
 * @returns {Family}
 */
export function family(logs) {
  mkdirSync(logs, { recursive: true });
  const members = [];
  let ending;
  let breakUp;
  const broken = new Promise((_, reject) => {
    breakUp = reject;
  });
  broken.catch(() => undefined);

  function launch(name, args, env) {
    if (ending) throw new Trouble("Stopped.");
    const path = join(logs, `${name}.log`);
    // One that was killed goes on in its own log when it is started again.
    const log = createWriteStream(path, { flags: "a" });
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...env },
      detached: true,
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    const output = { text: "" };
    child.stdout.on("data", (part) => {
      output.text += part;
    });
    child.stdout.pipe(log, { end: false });
    child.stderr.pipe(log, { end: false });
    const ended = new Promise((resolve) => {
      child.once("error", (error) => resolve(`could not start: ${error.message}`));
      // `close` comes after the last byte of its output, `exit` may come before.
      child.once("close", (code, signal) => resolve(signal ? `ended by ${signal}` : `ended with ${code}`));
    });
    const member = { name, child, ended, gone: false, killed: false };
    members.push(member);
    ended.then(() => {
      member.gone = true;
      log.end();
    });
    const story = async (how) => {
      await finished(log);
      return new Trouble(`The ${name} ${how}. The end of ${path}:\n${lastLines(readFileSync(path, "utf8"))}`);
    };
    return { child, ended, output, story, member };
  }

  function start(name, args, env) {
    const { child, ended, output, story, member } = launch(name, args, env);
    return new Promise((resolve, reject) => {
      const look = () => {
        const end = output.text.indexOf("\n");
        if (end < 0) return;
        child.stdout.off("data", look);
        resolve(output.text.slice(0, end));
      };
      child.stdout.on("data", look);
      ended.then(async (how) => {
        if (ending || member.killed) return;
        const trouble = await story(how);
        reject(trouble);
        breakUp(trouble);
      });
    });
  }

  async function run(name, args, env) {
    const { ended, output, story } = launch(name, args, env);
    const how = await ended;
    if (how === "ended with 0") return output.text;
    throw ending ? new Trouble("Stopped.") : await story(how);
  }

  const signal = (member, which) => {
    try {
      // The whole group: a program may have started others.
      process.kill(-member.child.pid, which);
    } catch {
      // It is gone already.
    }
  };

  async function end(member) {
    if (member.gone) return;
    const force = setTimeout(() => signal(member, "SIGKILL"), PATIENCE_MS);
    member.child.kill("SIGTERM");
    await member.ended;
    clearTimeout(force);
  }

  async function kill(name) {
    const member = members.find((one) => one.name === name && !one.gone);
    if (!member) throw new Trouble(`There is no ${name} to kill.`);
    member.killed = true;
    signal(member, "SIGKILL");
    await member.ended;
  }

  function stop() {
    ending ??= (async () => {
      for (const member of [...members].reverse()) await end(member);
    })();
    return ending;
  }

  process.once("exit", () => {
    for (const member of members) if (!member.gone) signal(member, "SIGKILL");
  });

  return { start, run, kill, broken, stop };
}
