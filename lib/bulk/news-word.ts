import type { ReadAgain } from "@/lib/inbox/read-again";

/** What came of asking a provider about one record, in a word. */
export const newsWord = ({ admitted, complete }: ReadAgain): "news" | "same" | "unread" => {
  if (admitted.some(({ effect }) => effect.startsWith("moved:"))) return "news";
  return complete ? "same" : "unread";
};
