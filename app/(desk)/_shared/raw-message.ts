import type { getTranslations } from "next-intl/server";
import type { RawMessageProps } from "@/components/record/raw-message";
import type { StoryMessage } from "@/lib/records/story";

type Words = Awaited<ReturnType<typeof getTranslations<"record">>>;

/** More than this of a body is not sent to the page; the message itself is kept whole. */
const SHOWN_CHARACTERS = 12_000;

/** A stored message as the timeline opens it in place: what they said; with what we had asked under "Headers". */
export function rawMessage(message: StoryMessage, words: Words): RawMessageProps {
  const asked = [
    `${message.method} ${message.url}`,
    listed(message.requestHeaders),
    laidOut(message.requestBody),
  ]
    .filter((part) => part.trim() !== "")
    .join("\n\n");
  const incoming = message.direction === "in";
  const answer = laidOut(message.answerBody ?? "");
  const body = incoming ? laidOut(message.requestBody) : answer || `${message.method} ${message.url}`;
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
    facts: facts(message, words),
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
function laidOut(body: string): string {
  if (!/^\s*[[{]/.test(body)) return body;
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
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
