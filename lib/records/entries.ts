import type { RecordStory, StoryAttempt, StoryMessage, StoryMove, StorySubmission } from "./story";

/** How a move came to be known. */
export type Source = "answer" | "look_up" | "read" | "person" | "desk";

/** One thing that happened, told by data; the page finds the words. */
export type StoryEntry =
  | { kind: "move"; at: Date; move: StoryMove; source: Source; message: StoryMessage | null }
  /** Bytes left. `message`: the answer, where no move tells it. */
  | {
      kind: "sent";
      at: Date;
      submission: StorySubmission;
      attempt: StoryAttempt;
      message: StoryMessage | null;
    }
  /** Proven that nothing happened there. */
  | {
      kind: "held";
      at: Date;
      submission: StorySubmission;
      attempt: StoryAttempt;
      message: StoryMessage | null;
    }
  /** No answer that could be read. */
  | {
      kind: "lost";
      at: Date;
      submission: StorySubmission;
      attempt: StoryAttempt;
      message: StoryMessage | null;
    }
  | {
      kind: "refused";
      at: Date;
      submission: StorySubmission;
      attempt: StoryAttempt;
      message: StoryMessage | null;
    }
  /** The provider was asked about an unknown outcome; `earlier`: how often before this. */
  | { kind: "asked"; at: Date; submission: StorySubmission; message: StoryMessage; earlier: number }
  | { kind: "verdict"; at: Date; submission: StorySubmission }
  | { kind: "withdrawn"; at: Date; submission: StorySubmission };

/** Where two things bear the same moment, the one that follows from the other is the newer. */
const rank: Readonly<Record<StoryEntry["kind"], number>> = {
  sent: 0,
  held: 1,
  lost: 1,
  refused: 1,
  asked: 2,
  move: 3,
  verdict: 4,
  withdrawn: 4,
};

/** What happened, newest first. A message is told once: by the move it caused, else by the attempt or question. */
export function storyEntries(story: RecordStory): StoryEntry[] {
  const told = new Set(story.moves.map((move) => move.messageId));
  const entries: StoryEntry[] = story.moves.map((move) => {
    const message = move.messageId ? (story.messages.get(move.messageId) ?? null) : null;
    return { kind: "move", at: move.at, move, source: sourceOf(move, message), message };
  });
  for (const submission of story.submissions) {
    for (const attempt of submission.attempts)
      entries.push(...attemptEntries(story, submission, attempt, told));
    entries.push(...askedEntries(story, submission, told), ...closingEntries(submission));
  }
  return entries.sort(
    (a, b) => b.at.getTime() - a.at.getTime() || rank[b.kind] - rank[a.kind] || versionOf(b) - versionOf(a),
  );
}

const versionOf = (entry: StoryEntry): number => (entry.kind === "move" ? entry.move.version : 0);

function sourceOf(move: StoryMove, message: StoryMessage | null): Source {
  if (!message) return move.actorKind === "person" || move.actorKind === "api" ? "person" : "desk";
  if (message.title.startsWith("look-up")) return "look_up";
  return message.submissionId ? "answer" : "read";
}

function attemptEntries(
  story: RecordStory,
  submission: StorySubmission,
  attempt: StoryAttempt,
  told: ReadonlySet<string | null>,
): StoryEntry[] {
  const about = { submission, attempt };
  const untold = attempt.messageId && !told.has(attempt.messageId);
  const message = (untold && story.messages.get(attempt.messageId ?? "")) || null;
  const ended = { at: attempt.answeredAt ?? attempt.permittedAt ?? attempt.recordedAt, ...about, message };
  const sent = (answer: StoryMessage | null): StoryEntry[] =>
    attempt.permittedAt ? [{ kind: "sent", at: attempt.permittedAt, ...about, message: answer }] : [];
  switch (attempt.state) {
    case "recorded":
      return [];
    case "permitted":
      return sent(null);
    case "accepted":
      // Its answer was lost and its effect found later: both belong to the story.
      if (message && message.result !== "answered")
        return [{ kind: "lost", ...ended, at: endOf(message) }, ...sent(null)];
      return sent(message);
    case "held":
      // What was held never arrived: to the reader it was not sent.
      return [{ kind: "held", ...ended }];
    case "unknown":
      return [{ kind: "lost", ...ended }, ...sent(null)];
    case "refused":
      // The move that the refusal caused tells it; a refused cancel or end moves nothing.
      return untold ? [{ kind: "refused", ...ended }, ...sent(null)] : sent(null);
  }
}

const endOf = (message: StoryMessage): Date => new Date(message.at.getTime() + (message.ms ?? 0));

/** The last questions about one unknown outcome: the newest, with how many went before. */
function askedEntries(
  story: RecordStory,
  submission: StorySubmission,
  told: ReadonlySet<string | null>,
): StoryEntry[] {
  const asked = [...story.messages.values()]
    .filter(
      (message) =>
        message.submissionId === submission.id &&
        message.title.startsWith("look-up") &&
        !told.has(message.id),
    )
    .sort((a, b) => b.at.getTime() - a.at.getTime());
  const [newest] = asked;
  return newest
    ? [{ kind: "asked", at: newest.at, submission, message: newest, earlier: asked.length - 1 }]
    : [];
}

function closingEntries(submission: StorySubmission): StoryEntry[] {
  if (!submission.closedAt) return [];
  const { closedAt: at } = submission;
  if (submission.resolvedBy && submission.resolution) return [{ kind: "verdict", at, submission }];
  return submission.state === "withdrawn" ? [{ kind: "withdrawn", at, submission }] : [];
}
