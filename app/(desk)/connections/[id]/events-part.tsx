import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { moment } from "@/app/(desk)/_shared/moment";
import { rawMessage } from "@/app/(desk)/_shared/raw-message";
import { effectText } from "@/app/(desk)/activity/events/event-words";
import type { ConnectionView } from "@/app/(desk)/connections/[id]/load";
import { ReplayButton } from "@/app/(desk)/connections/[id]/replay-button";
import { TrafficFoot } from "@/app/(desk)/connections/[id]/traffic-foot";
import type { ConnectionWords } from "@/app/(desk)/connections/words";
import { Empty } from "@/components/feedback/empty";
import { Timeline, type TimelineItem } from "@/components/record/timeline";
import type { Ctx } from "@/lib/context";
import type { Message } from "@/lib/messages/get";
import { messagesOfConnection, parkedMessages } from "@/lib/messages/of-connection";

const bold = { b: (chunks: ReactNode) => <b>{chunks}</b> };
const marks = { done: "settled", waiting: "pending", parked: "waits" } as const;

/** What came in and what it did; parked ones stand first and can be tried again. */
export async function EventsPart({
  ctx,
  view,
  after,
}: {
  ctx: Ctx;
  view: ConnectionView;
  after: string | undefined;
}) {
  const { connection, provider, offers, reader } = view;
  const [t, words, activity, states, parked, { rows, next }] = await Promise.all([
    getTranslations("connections"),
    getTranslations("record"),
    getTranslations("activity"),
    getTranslations("states"),
    parkedMessages(ctx, connection.id),
    messagesOfConnection(ctx, connection.id, "in", after),
  ]);
  if (rows.length === 0 && after === undefined)
    return (
      <Empty>
        {offers.receivesEvents ? t("events.none") : t("events.notOffered", { provider: provider.label })}
      </Empty>
    );
  const may = ctx.permissions.has("messages.replay");
  const item = (message: Message): TimelineItem => ({
    key: message.id,
    ...moment(message.at, reader),
    when: "past",
    mark: marks[message.state],
    sentence: sentence(message, t, effectText(message, activity, states)),
    note: (
      <>
        {signature(message, t)} {message.repeats > 0 ? t("events.repeats", { n: message.repeats }) : null}
        {message.state === "parked" ? (
          may ? (
            <ReplayButton id={message.id} />
          ) : (
            ` ${t("events.replayOff")}`
          )
        ) : null}
      </>
    ),
    message: rawMessage(message, words),
  });
  return (
    <>
      {parked.length > 0 && after === undefined ? (
        <section aria-labelledby="parked" className="pt-3">
          <h3 id="parked">
            {t("events.parkedTitle")} <span className="note">{t("events.parkedNote")}</span>
          </h3>
          <Timeline items={parked.map(item)} label={t("events.parkedTitle")} />
        </section>
      ) : null}
      <Timeline items={rows.map(item)} label={t("events.label")} />
      <TrafficFoot id={connection.id} part="events" after={after} next={next} />
    </>
  );
}

function sentence({ state, title }: Message, t: ConnectionWords, effect: string): ReactNode {
  return t.rich(`events.${state}`, { title, effect, ...bold });
}

function signature({ authenticity }: Message, t: ConnectionWords): string {
  if (authenticity === "signed") return t("events.signed");
  return authenticity === "unsigned" ? t("events.unsigned") : "";
}
