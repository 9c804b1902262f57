"use client";

import { ConfirmDialog } from "@/components/form/confirm-dialog";
import { ErrorSummary } from "@/components/form/error-summary";
import { FormField } from "@/components/form/form-field";
import type { FormState } from "@/components/form/form-state";
import { TextInput } from "@/components/ui/text-input";

interface Words {
  trigger: string;
  title: string;
  consequence: string;
  confirm: string;
  working: string;
  keep: string;
  reason: string;
  reasonHint: string;
}

/** A confirmation that refuses until a reason is given; it changes nothing. */
export function EndDialog({ words }: { words: Words }) {
  const refuseWithoutReason = async (_: FormState, data: FormData): Promise<FormState> => {
    const reason = String(data.get("reason") ?? "");
    if (reason !== "") return { status: "done", values: {}, problems: {} };
    return { status: "problem", values: {}, problems: { reason: words.reason } };
  };
  return (
    <ConfirmDialog {...words} look="word" action={refuseWithoutReason}>
      <ErrorSummary title={words.reason} />
      <FormField name="reason" label={words.reason} hint={words.reasonHint} required>
        <TextInput />
      </FormField>
    </ConfirmDialog>
  );
}
