import { type MarkName, marks } from "@/components/ui/marks";

export interface MarkProps {
  name: MarkName;
  /** 14 beside a word, 20 beside a record's sentence. */
  size?: 14 | 20;
  /** Where no word stands beside it, this one is read out. */
  label?: string;
}

/** A state's shape in its colour. Drawn, not painted as a background, so that it also prints. */
export function Mark({ name, size = 14, label }: MarkProps) {
  const { tone, shape } = marks[name];
  const look = { className: `mark tone-${tone}`, viewBox: "0 0 14 14", width: size, height: size };
  if (label === undefined) {
    return (
      <svg {...look} aria-hidden="true">
        {shape}
      </svg>
    );
  }
  return (
    <svg {...look} role="img">
      <title>{label}</title>
      {shape}
    </svg>
  );
}
