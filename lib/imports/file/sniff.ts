import type { FileKind } from "@/lib/imports/states";
import { FileProblem, type FileProblemCode } from "./problem";

const starts = (bytes: Uint8Array, ...magic: number[]): boolean =>
  magic.every((byte, index) => bytes[index] === byte);

/** What people drop here by mistake, told by its first bytes. */
const strangers: [FileProblemCode, (bytes: Uint8Array) => boolean][] = [
  ["file_picture", (bytes) => starts(bytes, 0xff, 0xd8, 0xff)],
  ["file_picture", (bytes) => starts(bytes, 0x89, 0x50, 0x4e, 0x47)],
  ["file_picture", (bytes) => starts(bytes, 0x47, 0x49, 0x46, 0x38)],
  ["file_picture", (bytes) => starts(bytes, 0x49, 0x49, 0x2a, 0x00) || starts(bytes, 0x4d, 0x4d, 0x00, 0x2a)],
  // HEIC and WebP carry their name behind four bytes of length, or eight.
  ["file_picture", (bytes) => text(bytes, 4, 8) === "ftyp" || text(bytes, 8, 12) === "WEBP"],
  ["file_document", (bytes) => text(bytes, 0, 5) === "%PDF-" || text(bytes, 0, 5) === "{\\rtf"],
  // An old Excel file, or a new one under a password: both lie in the same container.
  ["file_old_workbook", (bytes) => starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)],
];

const text = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to));

const textNames = /\.(csv|tsv|tab|txt)$/i;
const workbookNames = /\.(xlsx|xlsm)$/i;

/** What a file is, by its first bytes; its name must not say something else. */
export function kindOfFile(name: string, first: Uint8Array): FileKind {
  if (first.length === 0) throw new FileProblem("file_empty");
  const stranger = strangers.find(([, is]) => is(first));
  if (stranger) throw new FileProblem(stranger[0]);
  const zipped = starts(first, 0x50, 0x4b, 0x03, 0x04) || starts(first, 0x50, 0x4b, 0x05, 0x06);
  if (zipped) {
    if (textNames.test(name)) throw new FileProblem("file_extension", { name });
    return "workbook";
  }
  if (workbookNames.test(name)) throw new FileProblem("file_extension", { name });
  if (!textNames.test(name)) throw new FileProblem("file_extension", { name });
  return "text";
}
