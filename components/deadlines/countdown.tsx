import { useTranslations } from "next-intl";
import { CountdownClock } from "@/components/deadlines/countdown-clock";

export interface CountdownProps {
  deadline: Date;
  /** The desk's clock, which a rehearsal may have moved. */
  now: Date;
  /** From here on it is somebody's turn: two bank days before. */
  warnFrom: Date;
  /** `line` in the strip, `clock` as the figure of the page. */
  size?: "line" | "clock";
}

/** Time left until a cut-off, in the reader's words. On the server; the clock itself runs in the browser. */
export function Countdown({ deadline, now, warnFrom, size = "line" }: CountdownProps) {
  const t = useTranslations("common.countdown");
  const words = {
    // The clock puts its figures in; in Dutch the word stands before them.
    left: t("left", { time: "{time}" }),
    passed: t("passed"),
    day: t("day"),
    hour: t("hour"),
    minute: t("minute"),
    second: t("second"),
  };
  return (
    <CountdownClock
      deadline={deadline.getTime()}
      now={now.getTime()}
      warnFrom={warnFrom.getTime()}
      size={size}
      words={words}
    />
  );
}
