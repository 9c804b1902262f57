import { readFileSync, writeFileSync } from "node:fs";

/**
 * Completes package-lock.json: `npm ci` refuses a lock file that lacks an optional dependency, even one of another
 * platform, and some installs leave those out. Each missing one gets an entry that says where it belongs, read from its
 * name, as such packages are named by platform. Such an entry has no checksum; an install on that platform adds it. Run
 * after `npm install`.
 */
const path = process.argv[2] ?? "package-lock.json";
const lock = JSON.parse(readFileSync(path, "utf8"));
const systems = [
  "aix",
  "android",
  "darwin",
  "freebsd",
  "linux",
  "netbsd",
  "openbsd",
  "openharmony",
  "sunos",
  "win32",
];
const processors = [
  "arm64",
  "arm",
  "ia32",
  "loong64",
  "mips64el",
  "ppc64",
  "riscv64",
  "s390x",
  "wasm32",
  "x64",
];

function platformOf(name) {
  const words = name.replace("linuxmusl", "linux-musl").split(/[/-]/);
  const cpu = processors.find((one) => words.includes(one));
  const os = systems.find((one) => words.includes(one));
  if (!cpu || (!os && cpu !== "wasm32"))
    throw new Error(`${name} does not name its platform; add it by hand`);
  const libc = words.includes("musl") ? "musl" : /\b(gnu|glibc)\b/.test(name) ? "glibc" : undefined;
  return {
    cpu: [cpu],
    ...(os === "linux" && libc ? { libc: [libc] } : {}),
    ...(os ? { os: [os] } : {}),
  };
}

/** Node's own search: beside the package, then beside each folder above it. */
function isLocked(from, name) {
  for (let folder = from; ; ) {
    if (lock.packages[`${folder ? `${folder}/` : ""}node_modules/${name}`]) return true;
    if (!folder) return false;
    folder = folder.slice(0, Math.max(folder.lastIndexOf("/node_modules/"), 0));
  }
}

const added = [];
for (const [from, entry] of Object.entries(lock.packages))
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (isLocked(from, name)) continue;
    if (!/^\d+\.\d+\.\d+[\w.+-]*$/.test(version)) throw new Error(`${name}@${version} has no exact version`);
    const dev = entry.dev ? { dev: true } : {};
    lock.packages[`node_modules/${name}`] = { version, ...platformOf(name), ...dev, optional: true };
    added.push(`${name}@${version}`);
  }

const [root, ...others] = Object.entries(lock.packages);
// Where a package was fetched from is this machine's affair; its checksum is what counts.
for (const [, entry] of others) delete entry.resolved;
const inOrder = others.sort(([one], [other]) => one.localeCompare(other, "en"));
lock.packages = Object.fromEntries([root, ...inOrder]);
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
console.log(added.length > 0 ? `added ${added.length}:\n${added.join("\n")}` : "nothing was missing");
