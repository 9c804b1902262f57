import { MOST_CHOSEN, ticks } from "@/app/(desk)/_shared/ticks";
import { AppError } from "@/lib/kernel/errors";
import type { Chosen } from "@/lib/lists/chosen";

const isId = (text: string): boolean => /^[A-Za-z0-9_]{1,64}$/.test(text);

/**
 * What a list's form says was ticked: boxes of its page, and what script adds of other pages. Refused for nothing, and for
 * more than one may tick.
 */
export function chosenOf(data: FormData): Chosen {
  const words = (name: string) =>
    data
      .getAll(name)
      .flatMap((value) => (typeof value === "string" ? value.split(" ") : []))
      .filter(isId);
  const all = data.get("all") === "yes";
  const ids = [...new Set(all ? words("but") : [...words(ticks.name), ...words("more")])];
  if (ids.length > MOST_CHOSEN) throw new AppError("too_many_rows");
  if (!all && ids.length === 0) throw new AppError("nothing_ticked");
  return { all, ids };
}
