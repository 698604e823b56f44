import type { Chart } from '@/core/library/chart-series';

/** Where things stand in a picture, in pixels. */
export interface Layout {
  left: number;
  width: number;
  top: number;
  height: number;
  /** The value at the top. */
  highest: number;
}

/** How the fills differ beside their colours. */
const PATTERNS = ['', 'M0 8 8 0', 'M4 4h.01', 'M0 4H8', 'M4 0V8', 'M0 0 8 8M0 8 8 0', 'M0 0 8 8'];
const DASHES = ['', '6 3', '2 3', '10 3 2 3', '1 5', '8 2', '3 2'];

/** A library of a day or two is no wall of colour. */
const WIDEST = 64;

export const hueOf = (index: number): number => index % PATTERNS.length;

/** Fills that differ without colour too; `prefix` keeps the ids of one page apart. */
export function Patterns({ prefix, count }: { prefix: string; count: number }) {
  return (
    <defs>
      {Array.from({ length: Math.min(count, PATTERNS.length) }, (_, index) => (
        <pattern key={index} id={`${prefix}-${index}`} width="8" height="8" patternUnits="userSpaceOnUse">
          <rect width="8" height="8" class={`fill-${index}`} />
          <path d={PATTERNS[index]} class="hatch" />
        </pattern>
      ))}
    </defs>
  );
}

/** One column a bucket, its series on top of each other. */
export function Bars({ chart, layout, prefix }: { chart: Chart; layout: Layout; prefix: string }) {
  const slot = layout.width / chart.buckets.length;
  const width = Math.max(1, Math.min(slot * 0.78, WIDEST));
  return (
    <>
      {chart.buckets.map((bucket, at) => {
        let below = 0;
        return (
          <g key={bucket}>
            {chart.series.map(({ name, values }, index) => {
              const height = ((values[at] ?? 0) / layout.highest) * layout.height;
              below += height;
              return (
                height > 0 && (
                  <rect
                    key={name}
                    x={layout.left + at * slot + (slot - width) / 2}
                    y={layout.top + layout.height - below}
                    width={width}
                    height={height}
                    fill={`url(#${prefix}-${hueOf(index)})`}
                  />
                )
              );
            })}
          </g>
        );
      })}
    </>
  );
}

/** One line a series, with a point for each bucket where there are few. */
export function Lines({ chart, layout }: { chart: Chart; layout: Layout }) {
  const slot = layout.width / chart.buckets.length;
  const place = (value: number, at: number): [number, number] => [
    layout.left + (at + 0.5) * slot,
    layout.top + layout.height * (1 - value / layout.highest),
  ];
  return (
    <>
      {chart.series.map(({ name, values }, index) => (
        <g key={name} class={`line-${hueOf(index)}`}>
          <polyline
            points={values.map((value, at) => place(value, at).join()).join(' ')}
            stroke-dasharray={DASHES[hueOf(index)]}
          />
          {slot > 12 &&
            values.map((value, at) => {
              const [x, y] = place(value, at);
              return <circle key={at} cx={x} cy={y} r="2.5" />;
            })}
        </g>
      ))}
    </>
  );
}

/** The sign of a series beside its name. */
export function Swatch({ kind, index, prefix }: { kind: 'bars' | 'lines'; index: number; prefix: string }) {
  const hue = hueOf(index);
  return (
    <svg class="swatch" viewBox="0 0 24 12" width="24" height="12" aria-hidden="true">
      {kind === 'bars' ? (
        <rect width="24" height="12" fill={`url(#${prefix}-${hue})`} />
      ) : (
        <g class={`line-${hue}`}>
          <polyline points="0,6 24,6" stroke-dasharray={DASHES[hue]} />
        </g>
      )}
    </svg>
  );
}
