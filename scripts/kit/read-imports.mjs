import { readFileSync } from "node:fs";
import swc from "@swc/core";
import { root } from "./root.mjs";

/**
 * How dependency-cruiser reads our files. It reads TypeScript through TypeScript below 7 or through swc. Of swc it asks
 * neither for JSX nor for our alias, and it takes type imports for imports: what it hears from swc is put right here.
 */
export function readImports({ types }) {
  swc.parseFileSync = (path, asked) => {
    const text = readFileSync(path, "utf8").replaceAll('"@/', `"${root}/`);
    const ast = swc.parseSync(text, { ...asked, tsx: path.endsWith(".tsx") });
    return types ? ast : { ...ast, body: ast.body.filter((item) => !item.typeOnly) };
  };
}

export const options = {
  parser: "swc",
  doNotFollow: { path: "node_modules" },
  exclude: { path: "\\.css$|^db/migrations/" },
  enhancedResolveOptions: {
    extensions: [".ts", ".tsx", ".mjs", ".js", ".json", ".css"],
    exportsFields: ["exports"],
    conditionNames: ["import", "require", "node", "default", "types"],
  },
};
