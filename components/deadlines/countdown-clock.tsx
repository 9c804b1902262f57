"use client";

import { useRouter } from "next/navigation";
import { Fragment, useEffect, useState } from "react";
import { type Remaining, remaining } from "@/components/deadlines/remaining";
import { Mark } from "@/components/ui/mark";

interface CountdownWords {
  /** A sentence with `{time}` in the place of the figures. */
  left: string;
  passed: string;
  day: string;
  hour: string;
  minute: string;
  second: string;
}

export interface CountdownClockProps {
  /** Milliseconds since the epoch, all three. */
  deadline: number;
  now: number;
  warnFrom: number;
  size: "line" | "clock";
  words: CountdownWords;
}

/** So long after a cut-off the server surely counts towards the next one. */
const AFTERWARDS_MS = 1_500;

/** Runs by the desk's clock, not by the reader's: what lies between the two is measured once. */
export function CountdownClock({ deadline, now: serverNow, warnFrom, size, words }: CountdownClockProps) {
  const [now, setNow] = useState(serverNow);
  const router = useRouter();
  useEffect(() => {
    const ahead = serverNow - Date.now();
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      const at = Date.now() + ahead;
      setNow(at);
      const { changesInMs } = remaining(deadline, at);
      if (changesInMs !== null) timer = setTimeout(tick, changesInMs);
      // It ran out before the reader's eyes: what counts from now on is the next cut-off.
      else if (serverNow < deadline) timer = setTimeout(() => router.refresh(), AFTERWARDS_MS);
    };
    tick();
    return () => clearTimeout(timer);
  }, [deadline, serverNow, router]);

  const left = remaining(deadline, now);
  const warns = now >= warnFrom;
  if (size === "line") {
    return (
      <span className={warns ? "countdown tone-warn" : "countdown"} role="timer">
        {warns ? <Mark name="stale" /> : null}
        <span>
          {left.passed
            ? words.passed
            : words.left.replace("{time}", figures(left, true, words).flat().join(" "))}
        </span>
      </span>
    );
  }
  const [before = "", after = ""] = words.left.split("{time}");
  return (
    <p className="countdown-clock" role="timer">
      {left.passed ? (
        <b>{words.passed}</b>
      ) : (
        <>
          {before ? <small>{before} </small> : null}
          {figures(left, false, words).map(([figure, unit], index, all) => (
            <Fragment key={unit}>
              <b>{figure}</b>
              <small> {index === all.length - 1 ? `${unit}${after}` : unit} </small>
            </Fragment>
          ))}
        </>
      )}
    </p>
  );
}

/** Figures with their units, largest first. Two digits after the first, so that nothing moves as they run. */
function figures(left: Remaining, short: boolean, words: CountdownWords): [string, string][] {
  const all: [number, string][] = [
    [left.days, words.day],
    [left.hours, words.hour],
    [left.minutes, words.minute],
    [left.seconds, words.second],
  ];
  const first = left.days > 0 ? 0 : left.hours > 0 ? 1 : 2;
  const last = left.fine ? 4 : short && left.days > 0 ? 2 : 3;
  return all
    .slice(first, last)
    .map(([value, unit], index) => [
      index > 0 && unit !== words.hour ? String(value).padStart(2, "0") : String(value),
      unit,
    ]);
}
