import { getTranslations } from "next-intl/server";
import { type FileProblemCode, fileProblems } from "@/lib/imports/file/problem";

type Params = Readonly<Record<string, string | number>>;

/** Why a file cannot be used, in the reader's language; null for what is no such reason. */
export async function fileProblemText(code: unknown, params: Params = {}): Promise<string | null> {
  const t = await getTranslations("imports.problems");
  const known = fileProblems.find((one) => one === code);
  if (!known) return null;
  // The cast names one sentence for all: each takes what it needs from the same record.
  const key = known as Extract<FileProblemCode, "file_merged">;
  const given = { cells: "", name: "", line: "", rows: "", megabytes: "", encoding: "", ...params };
  return t(key, given);
}
