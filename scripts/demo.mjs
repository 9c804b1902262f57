import "./kit/node-version.mjs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { build } from "./kit/build.mjs";
import { openData } from "./kit/demo-data.mjs";
import { family } from "./kit/family.mjs";
import { install } from "./kit/install.mjs";
import { whenOrphaned } from "./kit/orphaned.mjs";
import { root } from "./kit/root.mjs";
import { main, say, Trouble } from "./kit/say.mjs";
import { startStack } from "./kit/stack.mjs";

const USAGE = `npm run demo -- [--port N] [--data DIR] [--database postgres://…] [--fresh]

  --port N      the app's port; else the one of last time, or a free one
  --data DIR    where the demo keeps what it knows; else data/demo
  --database    its database; else a SQLite file in DIR
  --fresh       forget everything of last time`;

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: "string" },
        data: { type: "string" },
        database: { type: "string" },
        fresh: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
    const port = values.port === undefined ? undefined : Number(values.port);
    if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536))
      throw new Error(`--port ${values.port} is not a port`);
    if (values.database !== undefined && !/^(postgres(ql)?:\/\/|file:)/.test(values.database))
      throw new Error("--database takes postgres://… or file:PATH");
    return { ...values, port };
  } catch (error) {
    throw new Trouble(`${error.message}\n\n${USAGE}`);
  }
}

const people = {
  agent: "onboards debtors and answers the phone",
  finance: "issues payments and follows them",
  approver: "finance, and may release what others prepared",
  admin: "connections, deadlines, people",
  auditor: "reads everything, changes nothing",
};

function announce(data, { url, simulators }) {
  const signIns = Object.entries(data.people).map(
    ([role, { email, password }]) => `  ${email.padEnd(28)} ${password}   ${people[role]}`,
  );
  const pages = Object.entries(simulators).map(([name, address]) => `  ${name.padEnd(16)} ${address}/_sim`);
  const lines = [
    `ready ${url}`,
    "",
    "Sign in as",
    ...signIns,
    "",
    "The providers' simulators, and the one clock of all, are driven at",
    ...pages,
    "",
    `Everything is kept in ${data.folder}. Ctrl-C stops the demo.`,
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}

main(async () => {
  const wishes = readArguments();
  if (wishes.help) {
    say(USAGE);
    return;
  }
  install();
  const folder = resolve(wishes.data ?? join(root, "data", "demo"));
  const data = openData(folder, { database: wishes.database, startAfresh: wishes.fresh });
  const kin = family(join(folder, "logs"));

  let ending = false;
  const end = async (code) => {
    if (ending) process.exit(code);
    ending = true;
    await kin.stop();
    process.exit(code);
  };
  const stop = () => {
    say(ending ? "Stopped at once." : "Stopping …");
    end(0);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);
  whenOrphaned(stop);

  try {
    const started = async () => {
      await build(kin);
      return startStack(data, {
        family: kin,
        port: wishes.port,
        startAfresh: wishes.fresh,
        history: true,
      });
    };
    announce(data, await Promise.race([started(), kin.broken]));
    await kin.broken;
  } catch (error) {
    if (ending) return;
    say(error instanceof Trouble ? error.message : String(error?.stack ?? error));
    await end(1);
  }
});
