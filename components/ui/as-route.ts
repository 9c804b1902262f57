import type { Route } from "next";

/**
 * Stock parts take any address of the desk. That it exists is the path builders' promise, which the type checker holds
 * where addresses are made; here the address is only passed on.
 */
export function asRoute(href: string): Route {
  return href as Route;
}
