import type { getTranslations } from "next-intl/server";
import type { RawMessageProps } from "@/components/record/raw-message";
import type { StoryMessage } from "@/lib/records/story";
import { ownPart } from "./own-part";

type Words = Awaited<ReturnType<typeof getTranslations<"record">>>;

/** More than this of a body is not sent to the page; the message itself is kept whole. */
const SHOWN_CHARACTERS = 12_000;

/**
 * A stored message as the timeline opens it in place: what they said; with what we had asked under "Headers". `names`:
 * by which the provider knows the record it is shown for.
 */
export function rawMessage(
  message: StoryMessage,
  words: Words,
  names: readonly string[] = [],
): RawMessageProps {
  const asked = [
    `${message.method} ${message.url}`,
    listed(message.requestHeaders),
    laidOut(message.requestBody).text,
  ]
    .filter((part) => part.trim() !== "")
    .join("\n\n");
  const incoming = message.direction === "in";
  const said = laidOut((incoming ? message.requestBody : message.answerBody) ?? "", names);
  const body = incoming ? said.text : said.text || `${message.method} ${message.url}`;
  const answerHeaders = message.answerHeaders ? listed(message.answerHeaders) : "";
  const headers = incoming
    ? listed(message.requestHeaders)
    : [
        `${words("message.request")}\n${asked}`,
        answerHeaders && `${words("message.answer")}\n${answerHeaders}`,
      ]
        .filter(Boolean)
        .join("\n\n");
  return {
    id: message.id,
    body: cut(body, words),
    headers: cut(headers, words),
    facts: [
      ...facts(message, words),
      ...(said.others > 0 ? [words("message.others", { n: said.others })] : []),
    ],
  };
}

function facts(message: StoryMessage, words: Words): string[] {
  const ms = message.ms ?? 0;
  const cause = message.detail ?? "";
  const outcome = {
    answered: () => words("message.answered", { status: String(message.status ?? ""), ms: String(ms) }),
    lost: () => words("message.lost", { ms: String(ms), cause }),
    not_sent: () => words("message.not_sent", { cause }),
    received: () => words("message.received"),
  }[message.result];
  const { authenticity } = message;
  const signature =
    authenticity === "signed" || authenticity === "unsigned" ? [words(`message.${authenticity}`)] : [];
  return [outcome(), ...signature];
}

/** JSON on several lines; anything else as it came. */
function laidOut(body: string, names: readonly string[] = []): { text: string; others: number } {
  if (!/^\s*[[{]/.test(body)) return { text: body, others: 0 };
  try {
    const { value, others } = ownPart(JSON.parse(body), names);
    return { text: JSON.stringify(value, null, 2), others };
  } catch {
    return { text: body, others: 0 };
  }
}

function listed(headers: Readonly<Record<string, string>>): string {
  return Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join("\n");
}

function cut(text: string, words: Words): string {
  if (text.length <= SHOWN_CHARACTERS) return text;
  return `${text.slice(0, SHOWN_CHARACTERS)}\n… ${words("message.cut", { n: String(text.length) })}`;
}
