import { getTranslations } from "next-intl/server";
import { countdown } from "@/lib/deadlines/countdown";

/** What is left until a moment, in two units at most, without the word "left": `2 d 11 h`. */
export async function timeLeft(until: Date, now: Date): Promise<string> {
  const t = await getTranslations("common.countdown");
  const { days, hours, minutes, over } = countdown(until, now);
  if (over) return t("passed");
  if (days > 0) return `${days} ${t("day")} ${hours} ${t("hour")}`;
  return hours > 0 ? `${hours} ${t("hour")} ${minutes} ${t("minute")}` : `${minutes} ${t("minute")}`;
}
