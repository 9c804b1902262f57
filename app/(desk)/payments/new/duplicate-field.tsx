"use client";

import { useContext } from "react";
import { useLanding } from "@/app/(desk)/payments/new/landing-provider";
import { FormContext } from "@/components/form/form-context";
import { FormField } from "@/components/form/form-field";
import { Anchor } from "@/components/ui/anchor";
import { Checkbox } from "@/components/ui/checkbox";
import { Mark } from "@/components/ui/mark";
import { TextInput } from "@/components/ui/text-input";

/** Another live collection of the same debt: named, with a link, and issued a second time only with a reason. */
export function DuplicateField({
  words,
}: {
  words: { label: string; despite: string; reason: string; reasonHint: string };
}) {
  const { duplicates } = useLanding().view;
  const { state } = useContext(FormContext);
  const asked =
    duplicates.length > 0 ||
    state.problems.despite !== undefined ||
    state.problems.duplicate_reason !== undefined;
  return (
    <>
      <div role="status">
        {duplicates.length > 0 ? (
          <ul className="mt-2">
            {duplicates.map((one) => (
              <li key={one.id} className="flex items-start gap-2 py-1">
                <span className="pt-[3px]">
                  <Mark name="stale" />
                </span>
                <Anchor href={one.href} target="_blank">
                  {one.text}
                </Anchor>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
      <FormField name="despite" label={words.label} wide required off={!asked}>
        <Checkbox>{words.despite}</Checkbox>
      </FormField>
      <FormField name="duplicate_reason" label={words.reason} hint={words.reasonHint} required off={!asked}>
        <TextInput maxLength={500} autoComplete="off" />
      </FormField>
    </>
  );
}
