import type { getTranslations } from "next-intl/server";
import type { MarkName } from "@/components/ui/marks";
import type { Expiry } from "@/lib/connections/expiry";
import type { Health } from "@/lib/connections/health";

export type ConnectionWords = Awaited<ReturnType<typeof getTranslations<"connections">>>;

export const healthMarks = {
  no_credential: "waits",
  untried: "ready",
  works: "final",
  trouble: "stale",
} as const satisfies Record<Health["state"], MarkName>;

/** How a connection fares, in a sentence with what it means. `time` is when it last worked. */
export function healthSentence(
  health: Health,
  time: string,
  t: ConnectionWords,
): { sentence: string; meaning: string } {
  switch (health.state) {
    case "trouble": {
      const { kind, detail } = health.trouble;
      const said = detail ? ` ${t("said", { detail })}` : "";
      return { sentence: t(`sentence.trouble.${kind}`), meaning: `${t(`meaning.trouble.${kind}`)}${said}` };
    }
    case "works":
      return { sentence: t("sentence.works", { time }), meaning: t("meaning.works") };
    default:
      return { sentence: t(`sentence.${health.state}`), meaning: t(`meaning.${health.state}`) };
  }
}

/** When a credential ends; `day` is its last one, written. */
export function expiryText(expiry: Expiry<unknown>, day: string, t: ConnectionWords): string {
  if (expiry.state === "fine") return t("expiry.fine", { day });
  return expiry.state === "expired"
    ? t("expiry.expired", { day })
    : t("expiry.soon", { day, n: expiry.daysLeft });
}
