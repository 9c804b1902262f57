export interface RiverStage {
  key: string;
  count: number;
  /** The count as it is written. */
  figure: string;
  word: string;
}

export interface RiverProps {
  /** The whole picture in a sentence, for who does not see it. */
  label: string;
  /** Four, in the order of time. */
  stages: readonly RiverStage[];
  /** What left between one stage and the next; `wanted` when nobody lost anything by it. */
  leaks: readonly (RiverStage & { wanted: boolean })[];
}

const WIDTH = 312;
const STEP = WIDTH / 4;
const TOP = 4;
const FULL = 84;
const LEAST = 2;
const WIDEST_LEAK = 12;
const LEAK_END = 112;

/** How far a month is: the width of the stream is the count, to scale; what leaves bends down. */
export function River({ label, stages, leaks }: RiverProps) {
  const most = Math.max(1, ...stages.map((stage) => stage.count));
  const height = (count: number) => (count === 0 ? 0 : Math.max(LEAST, (count / most) * FULL));
  const lost = leaks.filter((leak) => leak.count > 0);
  return (
    <svg
      className="river"
      viewBox={`0 0 ${WIDTH} ${lost.length > 0 ? LEAK_END + 46 : FULL + 10}`}
      role="img"
      aria-label={label}
    >
      {stages.map((stage, index) => (
        <g key={stage.key}>
          <path
            className={index > 1 ? "river-kept" : index === 1 ? "river-way" : "river-all"}
            d={`M${index * STEP} ${TOP}h${STEP}v${height(stage.count)}h${-STEP}z`}
          />
          <path className="river-rule" d={`M${index * STEP + 0.5} ${TOP}v${FULL + 2}`} />
          <text className="river-figure" x={index * STEP + 6} y={32}>
            {stage.figure}
          </text>
          <text x={index * STEP + 6} y={50}>
            {stage.word}
          </text>
        </g>
      ))}
      {leaks.map((leak, index) => {
        if (leak.count === 0) return null;
        const x = (index + 1) * STEP;
        const from = TOP + height(stages[index]?.count ?? 0);
        return (
          <g key={leak.key}>
            <path
              className={leak.wanted ? "river-stopped" : "river-lost"}
              strokeWidth={Math.max(LEAST, Math.min(WIDEST_LEAK, height(leak.count)))}
              d={`M${x - 8} ${from - 1}C${x - 8} ${from + 24} ${x - 2} 96 ${x - 2} ${LEAK_END}`}
            />
            <text className="river-lost-figure" x={x - 16} y={LEAK_END + 22}>
              {leak.figure}
            </text>
            <text x={x - 16} y={LEAK_END + 38}>
              {leak.word}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
