import type { ReactNode } from "react";

/** Circle: on its way, fills with proof. Square: stopped. Diamond: not known. Triangle: somebody's turn. */
export const marks = {
  draft: {
    tone: "quiet",
    shape: <circle className="line" cx="7" cy="7" r="5.6" strokeDasharray="2.2 2.2" />,
  },
  ready: { tone: "way", shape: ring() },
  pending: { tone: "way", shape: ring("M7 3a4 4 0 0 1 0 8z") },
  scheduled: { tone: "way", shape: ring("M7 3v4H3a4 4 0 1 0 4-4z") },
  settled: { tone: "ok", shape: <circle cx="7" cy="7" r="6.3" /> },
  final: {
    tone: "ok",
    shape: (
      <path
        fillRule="evenodd"
        d="M7 .7a6.3 6.3 0 1 1 0 12.6A6.3 6.3 0 0 1 7 .7zm3 3.3L6.1 8 4.3 6.2 3.2 7.3l2.9 2.9 5-5.1z"
      />
    ),
  },
  suspended: { tone: "warn", shape: box("M4.6 4h1.7v6H4.6zM7.7 4h1.7v6H7.7z") },
  ended: { tone: "quiet", shape: box("M4 6.2h6v1.6H4z") },
  failed: {
    tone: "no",
    shape: (
      <path
        fillRule="evenodd"
        d="M.8.8h12.4v12.4H.8zM4.4 3.3 3.3 4.4 5.9 7 3.3 9.6l1.1 1.1L7 8.1l2.6 2.6 1.1-1.1L8.1 7l2.6-2.6-1.1-1.1L7 5.9z"
      />
    ),
  },
  chargeback: {
    tone: "no",
    shape: (
      <path
        fillRule="evenodd"
        d="M.8.8h12.4v12.4H.8zM5.6 2.9 2.7 5.6l2.9 2.7V6.4h2.1a1.5 1.5 0 0 1 0 3H4.8V11h2.9a3.1 3.1 0 0 0 0-6.2H5.6z"
      />
    ),
  },
  sending: { tone: "accent", shape: <path className="line" d="M1 7h11M8 3l4 4-4 4" /> },
  unknown: {
    tone: "ink",
    shape: (
      <>
        <path className="line" d="M7 1.1 12.9 7 7 12.9 1.1 7z" />
        <path d="M7 0v14L0 7z" />
      </>
    ),
  },
  unmapped: {
    tone: "warn",
    shape: (
      <>
        <path className="line" d="M7 1.2 12.8 7 7 12.8 1.2 7z" strokeDasharray="2.6 1.5" />
        <path d="M6.2 6.2h1.6v1.6H6.2z" />
      </>
    ),
  },
  stale: {
    tone: "warn",
    shape: <path fillRule="evenodd" d="M7 .6 13.8 13H.2zM6.2 5v4.6h1.6V5zm0 5.3v1.5h1.6v-1.5z" />,
  },
  waits: { tone: "warn", shape: <path className="line" d="M7 1.9 12.8 12.2H1.2z" /> },
} as const satisfies Record<string, { tone: Tone; shape: ReactNode }>;

export type MarkName = keyof typeof marks;
export type Tone = "way" | "ok" | "warn" | "no" | "quiet" | "ink" | "accent";

function ring(fill?: string): ReactNode {
  return (
    <>
      <circle className="line" cx="7" cy="7" r="5.6" />
      {fill ? <path d={fill} /> : null}
    </>
  );
}

function box(fill: string): ReactNode {
  return (
    <>
      <path className="line" d="M1.4 1.4h11.2v11.2H1.4z" />
      <path d={fill} />
    </>
  );
}
