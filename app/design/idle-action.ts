"use server";

import { type FormState, idleForm } from "@/components/form/form-state";

/** What the forms of the samples do: nothing. */
export async function idleAction(): Promise<FormState> {
  return idleForm;
}
