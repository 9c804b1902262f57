import { options, readImports } from "./scripts/kit/read-imports.mjs";

/** No circles, of types neither: two files that need each other's words are one thing or three. */
readImports({ types: true });

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    {
      name: "no-circle",
      comment: "Two files that need each other are one thing or three.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
  ],
  options,
};
