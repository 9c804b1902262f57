import type { FormState } from "@/components/form/form-state";
import { secretNames } from "@/lib/connections/secret-names";
import { providers } from "@/lib/providers/registry";

/** A form's answer without any value that is a secret by the providers' own forms. */
export function withoutSecrets(state: FormState): FormState {
  const secret = secretNames(providers);
  const values = Object.fromEntries(Object.entries(state.values).filter(([name]) => !secret.has(name)));
  return { ...state, values };
}
