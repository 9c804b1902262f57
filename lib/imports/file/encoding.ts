import type { Encoding } from "@/lib/imports/shapes";
import { FileProblem } from "./problem";

/** The letters of Danish and Dutch as each of the old encodings writes them. */
const lettersOf = {
  "windows-1252": [0xe6, 0xf8, 0xe5, 0xc6, 0xd8, 0xc5, 0xe9, 0xeb, 0xef, 0xf6, 0xfc, 0xe4, 0xe8, 0xf3],
  macintosh: [0xbe, 0xbf, 0x8c, 0xae, 0xaf, 0x81, 0x8e, 0x91, 0x95, 0x9a, 0x9f, 0x8a, 0x8f, 0x97],
} as const;

/** Looks at a whole file as it streams by, and says in which encoding it probably is. */
export class EncodingWatch {
  private utf8: TextDecoder | null = new TextDecoder("utf-8", { fatal: true });
  private first: Uint8Array = new Uint8Array();
  private readonly high = new Array<number>(256).fill(0);

  see(bytes: Uint8Array): void {
    if (this.first.length === 0) this.first = bytes.slice(0, 4_096);
    for (const byte of bytes) if (byte >= 0x80) this.high[byte] = (this.high[byte] ?? 0) + 1;
    this.decode(bytes);
  }

  private decode(bytes?: Uint8Array): void {
    try {
      this.utf8?.decode(bytes, { stream: bytes !== undefined });
    } catch {
      this.utf8 = null;
    }
  }

  guess(): Encoding {
    this.decode();
    const wide = wideEncoding(this.first);
    if (wide) return wide;
    if (this.utf8) return "utf-8";
    const count = (letters: readonly number[]) =>
      letters.reduce((sum, letter) => sum + (this.high[letter] ?? 0), 0);
    return count(lettersOf.macintosh) > count(lettersOf["windows-1252"]) ? "macintosh" : "windows-1252";
  }
}

/** UTF-16 by its mark, or by the NULs that it has between Latin letters. */
function wideEncoding(first: Uint8Array): Encoding | null {
  if (first[0] === 0xff && first[1] === 0xfe) return "utf-16le";
  if (first[0] === 0xfe && first[1] === 0xff) return "utf-16be";
  const zeros = [0, 0];
  first.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (odd > first.length / 5 && even === 0) return "utf-16le";
  return even > first.length / 5 && odd === 0 ? "utf-16be" : null;
}

/** A file's bytes as text. What does not fit the encoding is refused: names would be damaged in silence. */
export async function* decoded(
  bytes: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<string, void> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const step = (part?: Uint8Array): string => {
    try {
      return decoder.decode(part, { stream: part !== undefined });
    } catch {
      throw new FileProblem("file_encoding", { encoding });
    }
  };
  for await (const part of bytes) yield step(part);
  yield step();
}
