"use client";

import { useEffect, useState } from "react";
import { formatInstant } from "@/lib/i18n/format";
import type { Zone } from "@/lib/kernel/instant";
import type { Locale } from "@/lib/kernel/locale";

export interface TwoClocksProps {
  /** The desk's clock, which a rehearsal may have moved; milliseconds since the epoch. */
  now: number;
  /** The scheme's zone. */
  zone: Zone;
  locale: Locale;
  /** `yours` is a sentence with `{time}` in the place of the reader's time. */
  words: { scheme: string; same: string; yours: string };
}

const MINUTE_MS = 60_000;

/** The scheme's time, and what the reader's own clock says where it says something else. */
export function TwoClocks({ now: serverNow, zone, locale, words }: TwoClocksProps) {
  const [now, setNow] = useState(serverNow);
  const [own, setOwn] = useState<Zone | null>(null);
  useEffect(() => {
    const ahead = serverNow - Date.now();
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      const at = Date.now() + ahead;
      setNow(at);
      timer = setTimeout(tick, MINUTE_MS - (at % MINUTE_MS));
    };
    tick();
    setOwn(new Intl.DateTimeFormat().resolvedOptions().timeZone);
    return () => clearTimeout(timer);
  }, [serverNow]);
  const at = new Date(now);
  const written = (of: Zone, city: boolean) => formatInstant(at, locale, of, { city });
  const same = own !== null && written(own, false) === written(zone, false);
  return (
    <>
      {written(zone, false)} <span className="clock-note">{words.scheme}</span>
      {own === null ? null : (
        <span className="clock-note">
          ; {same ? words.same : words.yours.replace("{time}", written(own, true))}
        </span>
      )}
    </>
  );
}
