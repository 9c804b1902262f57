import { getTranslations } from "next-intl/server";
import { dayInSentence } from "@/app/(desk)/_shared/moment";
import { GapDialog } from "@/app/(desk)/fence/gap-dialog";
import type { Column } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import { Empty } from "@/components/feedback/empty";
import { Section } from "@/components/layout/section";
import { StateWord } from "@/components/ui/state-word";
import type { Gap } from "@/lib/comparison/gap";
import { comparedConnections, openGaps } from "@/lib/comparison/list";
import type { Ctx } from "@/lib/context";
import { formatMoneyText } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/writer";
import { isDay } from "@/lib/kernel/day";
import { currencies } from "@/lib/kernel/money";
import { routes } from "@/lib/routes";

const marks = {
  unknown_here: "unmapped",
  missing_there: "unmapped",
  differs: "unmapped",
  by_hand: "waits",
  unread: "stale",
} as const;

type Words = Awaited<ReturnType<typeof getTranslations<"fence.gaps">>>;

/** What does not fit, with what a person can say to it. */
export async function GapsPart({ ctx, reader }: { ctx: Ctx; reader: Reader }) {
  const [t, rows, compared] = await Promise.all([
    getTranslations("fence.gaps"),
    openGaps(ctx),
    comparedConnections(ctx),
  ]);
  const connectionOf = (gap: Gap) =>
    compared.find((one) => one.connection.id === gap.connectionId)?.connection;
  const may = ctx.permissions.has("gaps.close");
  const columns: Column<Gap>[] = [
    {
      key: "what",
      header: t("what"),
      cell: (gap) => <StateWord mark={marks[gap.kind]}>{t(gap.kind)}</StateWord>,
    },
    {
      key: "about",
      header: t("about"),
      names: true,
      cell: (gap) => {
        const connection = connectionOf(gap);
        const provider = ctx.providers[connection?.provider ?? ""]?.label ?? "";
        return aboutOf(gap, provider, connection?.name ?? "", t, reader);
      },
    },
    {
      key: "amount",
      header: t("amount"),
      align: "right",
      hide: "narrow",
      cell: (gap) => amountOf(gap, reader),
    },
    {
      key: "say",
      header: t("say"),
      align: "right",
      cell: (gap) => (may ? <Answers gap={gap} /> : t("notYours")),
    },
  ];
  return (
    <Section title={t("title")}>
      <div className="-mx-(--margin)">
        <DataTable
          caption={t("title")}
          columns={columns}
          rows={rows}
          rowKey={(gap) => gap.id}
          rowHref={(gap) => hrefOf(gap)}
          empty={<Empty>{t("empty")}</Empty>}
        />
      </div>
    </Section>
  );
}

function Answers({ gap }: { gap: Gap }) {
  return (
    <span className="inline-flex gap-3">
      {gap.kind === "unknown_here" && gap.noun === "payment" ? (
        <GapDialog act="adopt" gapId={gap.id} />
      ) : null}
      <GapDialog act="acknowledge" gapId={gap.id} />
    </span>
  );
}

/** Our record where there is one, else the connection. */
function hrefOf(gap: Gap): string {
  if (gap.kind !== "missing_there") return routes.connection(gap.connectionId);
  return gap.noun === "mandate" ? routes.mandate(gap.subject) : routes.payment(gap.subject);
}

function aboutOf(gap: Gap, provider: string, connection: string, t: Words, reader: Reader): string {
  if (gap.kind === "by_hand")
    return `${connection}: ${t(gap.noun === "mandate" ? "mandatesByHand" : "paymentsByHand", { provider })}`;
  if (gap.kind === "unread")
    return `${connection}: ${
      gap.noun === "connection"
        ? t("unreadConnection", { code: gap.subject })
        : t(gap.noun === "mandate" ? "unreadMandates" : "unreadPayments")
    }`;
  const { reference, planned, debtor } = gap.facts;
  const parts = [
    gap.noun === "connection" ? t("connection") : t(gap.noun, { name: gap.subject }),
    reference ? t("reference", { reference: String(reference) }) : null,
    debtor ? String(debtor) : null,
    typeof planned === "string" && isDay(planned)
      ? t("planned", { day: dayInSentence(planned, reader) })
      : null,
    connection,
  ];
  return parts.filter((part) => part !== null && part !== "").join(", ");
}

function amountOf({ facts }: Gap, reader: Reader): string | null {
  const currency = currencies.find((one) => one === facts.currency);
  if (!currency || typeof facts.amountMinor !== "number") return null;
  return formatMoneyText({ amountMinor: facts.amountMinor, currency }, reader.locale);
}
