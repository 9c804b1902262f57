import type { ListAddress } from "@/components/data-table/address";
import type { Environment, ProviderModule } from "@/lib/providers/contract";
import { environments } from "@/lib/providers/environments";
import { routes } from "@/lib/routes";

export type Obstacle = "movable" | "not_offered";

/**
 * Why a connection cannot lead there; null when it can. A desk whose clock can be moved speaks to simulators only, and a
 * provider without an address for an environment has none.
 */
export function obstacle(
  provider: Pick<ProviderModule, "baseUrls">,
  environment: Environment,
  clockMovable: boolean,
): Obstacle | null {
  if (environment === "simulator") return null;
  if (provider.baseUrls[environment] === "") return "not_offered";
  return clockMovable ? "movable" : null;
}

/** What the address chose: a provider and an environment that can be had, or null. */
export function readChoice(
  providers: Readonly<Record<string, ProviderModule>>,
  asked: { provider: string | undefined; environment: string | undefined },
  clockMovable: boolean,
): { provider: ProviderModule; environment: Environment } | null {
  const provider =
    asked.provider !== undefined && Object.hasOwn(providers, asked.provider)
      ? providers[asked.provider]
      : undefined;
  const environment = environments.find((one) => one === asked.environment);
  if (!provider || !environment || obstacle(provider, environment, clockMovable)) return null;
  return { provider, environment };
}

export const newAddress: ListAddress = { path: routes.newConnection(), params: {} };
