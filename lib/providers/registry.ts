import type { ProviderModule } from "./contract";
import { debitdirect } from "./debitdirect/module";
import { mastercardBs } from "./mastercard-bs/module";
import { paynl } from "./paynl/module";

/** Every provider, one line each. Nothing else in the house names one. */
export const providers: Readonly<Record<string, ProviderModule>> = Object.fromEntries(
  [mastercardBs, debitdirect, paynl].map((module) => [module.id, module]),
);
