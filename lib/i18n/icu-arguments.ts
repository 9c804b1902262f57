/**
 * The arguments of an ICU message with the kind that each is used as: `{count, plural, other {# of {total}}}` gives
 * `count:plural` and `total:text`; a tag `<b>` gives `b:tag`. Sorted, without repeats. Throws on unbalanced braces.
 */
export function icuArguments(message: string): string[] {
  const found = new Set<string>();
  const end = readText(message, 0, 0, found);
  if (end !== message.length) throw new SyntaxError(`brace without a partner at ${end}: ${message}`);
  return [...found].sort();
}

/** Reads text up to the brace that closes it; answers where it stopped. */
function readText(message: string, from: number, depth: number, found: Set<string>): number {
  let at = from;
  while (at < message.length) {
    const char = message[at];
    if (char === "'" && /[{}<>']/.test(message[at + 1] ?? "")) at = quoteEnd(message, at);
    else if (char === "{") at = readArgument(message, at + 1, depth, found);
    else if (char === "}") return at;
    else {
      const tag = /^<([a-zA-Z]\w*)>/.exec(message.slice(at));
      if (tag?.[1]) found.add(`${tag[1]}:tag`);
      at += 1;
    }
  }
  if (depth > 0) throw new SyntaxError(`brace is never closed: ${message}`);
  return at;
}

function readArgument(message: string, from: number, depth: number, found: Set<string>): number {
  const head = /^\s*(\w+)\s*(?:,\s*(\w+)\s*)?/.exec(message.slice(from));
  if (!head?.[1]) throw new SyntaxError(`argument without a name: ${message}`);
  const kind = head[2] ?? "text";
  found.add(`${head[1]}:${kind}`);
  let at = from + head[0].length;
  while (at < message.length && message[at] !== "}") {
    // A branch of plural or select: its text may hold arguments of its own.
    at = message[at] === "{" ? readText(message, at + 1, depth + 1, found) + 1 : at + 1;
  }
  if (message[at] !== "}") throw new SyntaxError(`brace is never closed: ${message}`);
  return at + 1;
}

function quoteEnd(message: string, from: number): number {
  if (message[from + 1] === "'") return from + 2;
  const end = message.indexOf("'", from + 1);
  return end === -1 ? message.length : end + 1;
}
