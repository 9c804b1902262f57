import type { ProviderModule } from "@/lib/providers/contract";

/** The names of every credential field whose value must never go back to a browser. */
export function secretNames(providers: Readonly<Record<string, ProviderModule>>): ReadonlySet<string> {
  return new Set(
    Object.values(providers)
      .flatMap((provider) => provider.credentialForm)
      .filter((field) => field.kind.startsWith("secret") || field.sensitive)
      .map((field) => field.name),
  );
}

/** The connection form's own fields, beside those of the provider. */
export const ownFields = ["provider", "environment", "name", "base_url", "credential_when"] as const;
