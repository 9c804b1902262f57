import { getTranslations } from "next-intl/server";
import { moment } from "@/app/(desk)/_shared/moment";
import { rawMessage } from "@/app/(desk)/_shared/raw-message";
import type { ConnectionView } from "@/app/(desk)/connections/[id]/load";
import { TrafficFoot } from "@/app/(desk)/connections/[id]/traffic-foot";
import { Empty } from "@/components/feedback/empty";
import { Timeline, type TimelineItem } from "@/components/record/timeline";
import type { MarkName } from "@/components/ui/marks";
import type { Ctx } from "@/lib/context";
import type { Message } from "@/lib/messages/get";
import { messagesOfConnection } from "@/lib/messages/of-connection";

/** Our last calls: method, address, outcome and duration, each with the raw exchange in place. */
export async function CallsPart({
  ctx,
  view,
  after,
}: {
  ctx: Ctx;
  view: ConnectionView;
  after: string | undefined;
}) {
  const { connection, reader } = view;
  const [t, words, { rows, next }] = await Promise.all([
    getTranslations("connections.calls"),
    getTranslations("record"),
    messagesOfConnection(ctx, connection.id, "out", after),
  ]);
  if (rows.length === 0) return <Empty>{t("empty")}</Empty>;
  const item = (message: Message): TimelineItem => ({
    key: message.id,
    ...moment(message.at, reader),
    when: "past",
    mark: markOf(message),
    sentence: (
      <>
        <b>{message.method}</b> {pathOf(message.url)}{" "}
        <b>
          {message.result === "answered" ? message.status : t(message.result === "lost" ? "lost" : "notSent")}
        </b>{" "}
        <span className="text-ink-3">
          {message.ms ?? 0} ms · {message.title}
        </span>
      </>
    ),
    message: rawMessage(message, words),
  });
  return (
    <>
      <Timeline items={rows.map(item)} label={t("label")} />
      <TrafficFoot id={connection.id} part="calls" after={after} next={next} />
    </>
  );
}

function markOf({ result, status }: Message): MarkName {
  if (result === "lost") return "unknown";
  if (result !== "answered") return "waits";
  return (status ?? 0) < 400 ? "settled" : "failed";
}

/** What was called, without the host, which is the connection's own. */
function pathOf(url: string): string {
  if (!URL.canParse(url)) return url;
  const { pathname, search } = new URL(url);
  return `${pathname}${search}`;
}
