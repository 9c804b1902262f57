/** What is known of one field while the form is typed. */
export interface LiveCheck {
  kind: "passed" | "attention" | "wrong";
  text: string;
  /** The record it is about. */
  href?: string;
}
