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
  const answer =
    attempt.messageId && !told.has(attempt.messageId) ? story.messages.get(attempt.messageId) : null;
  const message = answer ?? null;
  const about = { submission, attempt };
  const endedAt = attempt.answeredAt ?? attempt.permittedAt ?? attempt.recordedAt;
  const sent: StoryEntry[] = attempt.permittedAt
    ? [
        {
          kind: "sent",
          at: attempt.permittedAt,
          ...about,
          message: attempt.state === "accepted" ? message : null,
        },
      ]
    : [];
  switch (attempt.state) {
    case "recorded":
      return [];
    case "permitted":
    case "accepted":
      return sent;
    case "held":
      // What was held never arrived: to the reader it was not sent.
      return [{ kind: "held", at: endedAt, ...about, message }];
    case "unknown":
      return [{ kind: "lost", at: endedAt, ...about, message }, ...sent];
    case "refused":
      // The move that the refusal caused tells it; a refused cancel or end moves nothing.
      return told.has(attempt.messageId)
        ? sent
        : [{ kind: "refused", at: endedAt, ...about, message }, ...sent];
  }
}

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
