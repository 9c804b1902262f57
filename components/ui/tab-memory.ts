/**
 * What a tab of the browser remembers until it is closed. A browser may refuse to: then nothing is recalled, and nothing
 * else is lost. Never a secret, nor what says who somebody is.
 */
export function remember(key: string, text: string): void {
  try {
    if (text === "") sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, text);
  } catch {
    // As if it were not kept.
  }
}

/** What was remembered last; empty when nothing was. */
export function recall(key: string): string {
  try {
    return sessionStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}
