/** Ends with a sentence where Node is too old to run the project. Imports nothing, so that an old Node gets this far. */
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 9)) {
  console.error(`Debitdesk needs Node 20.9 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}
