"use server";

import { requestOf, runForm } from "@/app/form-action";
import type { FormState } from "@/components/form/form-state";
import { AppError } from "@/lib/kernel/errors";
import { routes } from "@/lib/routes";
import { buildRun } from "@/lib/runs/build";
import { decodeFile, readCsv } from "@/lib/runs/csv";

/** Twenty thousand rows as a file, which comes as base64, with room to spare. */
const LARGEST = 3_800_000;

/** Reads a file or what was pasted into a draft; then the run's own page. */
export async function buildRunAction(_: FormState, data: FormData): Promise<FormState> {
  return runForm(
    data,
    async (ctx, texts) => {
      const { name = "", kind = "", agreement = "", decimals = "", file = "", csv = "" } = texts;
      if (file === "" && csv.trim() === "") throw new AppError("invalid", { fields: { csv: "csv_neither" } });
      const text = file === "" ? csv : decodeFile(Buffer.from(file, "base64"));
      const id = await buildRun(
        ctx,
        {
          name,
          test: kind === "test",
          agreementId: agreement === "" ? null : agreement,
          decimals: decimals === "." ? "." : ",",
          rows: readCsv(text),
        },
        requestOf(ctx, texts),
      );
      return { to: routes.run(id) };
    },
    LARGEST,
  );
}
