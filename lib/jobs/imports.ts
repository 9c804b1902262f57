import type { Ctx } from "@/lib/context";
import { checkFile, checkingImports } from "@/lib/imports/check-file";
import type { Import } from "@/lib/imports/door";
import { committingImports, makeRows } from "@/lib/imports/make-rows";
import { noteImportFault } from "@/lib/imports/note-fault";
import { tidyImports } from "@/lib/imports/tidy";
import { faultLine, log } from "@/lib/log";

/**
 * Checks files and makes their mandates, one import after the other. Apart from the rest: a million rows must not hold
 * up what is to be sent before a cut-off. Answers how many rows were worked on.
 */
export async function importOnce(
  ctxFor: (creditorId: string) => Ctx,
  stopping: () => boolean = () => false,
): Promise<number> {
  const any = ctxFor("");
  let rows = 0;
  const each = async (
    imports: readonly Import[],
    work: (ctx: Ctx, of: Import, stopping: () => boolean) => Promise<number>,
  ) => {
    for (const of of imports) {
      if (stopping()) return;
      try {
        rows += await work(ctxFor(of.creditorId), of, stopping);
      } catch (error) {
        log("error", "import failed", { import: of.id, fault: faultLine(error) });
        await noteImportFault(ctxFor(of.creditorId), of).catch(() => undefined);
      }
    }
  };
  await each(await committingImports(any), makeRows);
  await each(await checkingImports(any), checkFile);
  if (!stopping()) await tidyImports(any);
  return rows;
}
