/**
 * The command that starts npm with these arguments: the npm that runs us, else the one on the path.
 * @param {string[]} args
 * @returns {[command: string, args: string[]]}
 */
export function npm(args) {
  const path = process.env.npm_execpath;
  return path?.endsWith(".js") ? [process.execPath, [path, ...args]] : ["npm", args];
}
