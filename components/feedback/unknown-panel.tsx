import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Mark } from "@/components/ui/mark";

/** The loudest thing in the desk: we sent something and do not know. It is the record's headline. On the server. */
export function UnknownPanel({
  time,
  absent = false,
  children,
}: {
  /** When it was sent, written already: `14:02`. */
  time: string;
  /** The provider was asked until it was proven that it did not arrive. */
  absent?: boolean;
  /** What may be true, and what is held back until we know. */
  children: ReactNode;
}) {
  const t = useTranslations("states.unknownPanel");
  return (
    <div className="unknown-panel">
      <Mark name={absent ? "waits" : "unknown"} size={20} />
      <div>
        <h1>
          {t(absent ? "absentTitle" : "title", { time })}
          <br />
          {t(absent ? "absentNext" : "warning")}
        </h1>
        <p>{children}</p>
      </div>
    </div>
  );
}
