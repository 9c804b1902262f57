import type { Readable } from "node:stream";
import { SaxesParser } from "saxes";
import { FileProblem } from "./problem";

export interface XmlHandlers {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Text between two tags: no cell is so long. Who writes more wants to fill our memory. */
const LONGEST_TEXT = 4_000_000;

/** An element's name without the prefix that some programs write. */
const bare = (name: string): string => name.slice(name.indexOf(":") + 1);

/** Feeds a stream of XML to handlers. Yields after every piece, so that who collects can hand on what it has. */
export async function* xmlPieces(stream: Readable, handlers: XmlHandlers): AsyncGenerator<void, void> {
  const parser = new SaxesParser({ xmlns: false });
  const decoder = new TextDecoder("utf-8", { fatal: true });
  parser.on("error", () => {
    throw new FileProblem("file_damaged");
  });
  let sinceTag = 0;
  parser.on("opentag", ({ name, attributes }) => {
    sinceTag = 0;
    handlers.open?.(bare(name), attributes);
  });
  parser.on("text", (text) => handlers.text?.(text));
  parser.on("cdata", (text) => handlers.text?.(text));
  parser.on("closetag", ({ name }) => {
    sinceTag = 0;
    handlers.close?.(bare(name));
  });
  try {
    for await (const piece of stream) {
      sinceTag += piece.length;
      parser.write(decoder.decode(piece, { stream: true }));
      if (sinceTag > LONGEST_TEXT) throw new FileProblem("file_damaged");
      yield;
    }
    parser.write(decoder.decode());
    parser.close();
    yield;
  } catch (error) {
    // Whatever unpacking or reading XML trips over means the same to the person: this workbook is not whole.
    throw error instanceof FileProblem ? error : new FileProblem("file_damaged");
  } finally {
    stream.destroy();
  }
}

/** The same for a small part that is wanted whole. */
export async function readXml(stream: Readable, handlers: XmlHandlers): Promise<void> {
  for await (const _ of xmlPieces(stream, handlers));
}
