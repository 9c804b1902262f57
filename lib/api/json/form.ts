import { z } from "zod";
import { AppError, type FieldProblem } from "@/lib/kernel/errors";
import type { Field } from "@/lib/providers/contract";
import { fieldErrors, RequestProblem } from "../problem";

function shapeOf(field: Field) {
  const options = field.options?.map((one) => one.value);
  const text = options ? z.enum(options) : z.string().max(field.maxLength ?? 500);
  const described = text.describe([field.label.en, field.hint?.en].filter(Boolean).join(". "));
  if (field.initial !== undefined) return described.optional().meta({ default: field.initial });
  return field.required ? described : described.optional();
}

/** The body that one of our own forms takes: the same fields that a screen draws, and no others. */
export const bodyOf = (form: readonly Field[]) =>
  z.strictObject(Object.fromEntries(form.map((field) => [field.name, shapeOf(field)])));

/** A checked body as the verbs take forms. */
export const textsIn = (body: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(body).flatMap(([name, text]) => (text === undefined ? [] : [[name, text]])),
  );

/** Refuses names that a provider's form does not have; a misspelt field would be lost without a word. */
export function onlyFieldsOf(
  form: readonly Field[],
  given: Readonly<Record<string, string>>,
  at: string,
): void {
  const keys = Object.keys(given).filter((name) => !form.some((field) => field.name === name));
  if (keys.length === 0) return;
  throw new RequestProblem(
    "invalid",
    fieldErrors([{ code: "unrecognized_keys", keys, path: [at], message: "" }]),
  );
}

/** Lets a verb speak of its form's fields by their places in the body. */
export async function withFieldsAt<T>(place: (name: string) => string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "invalid") throw error;
    const entries = Object.entries(error.fields).map(([name, problem]): [string, FieldProblem] => [
      place(name),
      problem,
    ]);
    throw new AppError("invalid", { fields: Object.fromEntries(entries), params: { ...error.params } });
  }
}
