import type { FileHash } from "./zip";

/** For whoever holds the pack, perhaps years later and without us: in English, as the tools are. */
export const README = `EVIDENCE OF A MANDATE

summary.html      read this first; it prints on a few pages
mandate.json      the mandate, its consent and the debtor, masked
moves.json        every change of state of the mandate and its payments, with cause, word and message
payments.json     the payments issued under it
submissions.json  what was sent to the provider: each attempt with its key, and the SHA-256 of its bytes
messages/         the messages exchanged, as they were stored: secrets and identities masked before storing.
                  A message that names other people too is withheld; its file has the hashes of its bodies
audit.json        the entries of the audit log about these records, each with its hash and the one before it
notes.json        internal notes; only where somebody asked for them
manifest.json     who made this pack and when, every file with its SHA-256, and the head of the audit chain
SHA256SUMS        the same hashes in the form that the usual tools read

To check that no file was changed, unpack and run, in the folder:

  Linux             sha256sum -c SHA256SUMS
  macOS             shasum -a 256 -c SHA256SUMS
  Windows           certutil -hashfile FILE SHA256      for each file, and compare with SHA256SUMS

To check that the audit log was not changed since, ask the creditor for entry number "seq" of the chain in
manifest.json: its hash must still be the one written there. Each entry's hash is the SHA-256 of a JSON list of: the
hash before it, creditorId, seq, id, at, actorKind, actorId, actorName, action, noun, subjectId, before, after, reason,
requestId, with "" for what is missing.
`;

/** `sha256sum` and `shasum` read this. */
export const sumsFile = (hashes: readonly FileHash[]): string =>
  hashes.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join("");
