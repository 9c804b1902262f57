/** What a form's server action answers. Its sentences are in the reader's language already. */
export interface FormState {
  status: "idle" | "problem" | "done";
  /** What was typed, for a page without JavaScript; never a secret. */
  values: Readonly<Record<string, string>>;
  /** Field name to what is wrong and how to put it right. */
  problems: Readonly<Record<string, string>>;
  /** What concerns the form as a whole: a refusal, or what was done. */
  message?: string;
  /** What was made and is shown this once, such as a new key. */
  result?: string;
  /** By which support finds it in the log. */
  reference?: string;
}

export const idleForm: FormState = { status: "idle", values: {}, problems: {} };

export type FormAction = (state: FormState, data: FormData) => Promise<FormState>;
