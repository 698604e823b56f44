import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { type Chart, toScale } from '@/core/library/chart-series';
import type { Language } from '@/core/settings';
import type { ChartWords } from '@/core/words/charts';
import { fill } from '@/core/words/words';
import { nameBucket, shortBucket } from './chart-text';
import { Bars, type Layout, Lines, Patterns, Swatch } from './marks';

interface ChartFigureProps {
  kind: 'bars' | 'lines';
  chart: Chart;
  title: string;
  text: string;
  now: number;
  language: Language;
  words: ChartWords;
}

const HEIGHT = 240;
const MARGIN = { left: 44, right: 8, top: 10, bottom: 26 };
/** Between two labels below the axis. */
const LABEL_WIDTH = 58;

/** The width that an element has, so that letters in a picture keep their size on a narrow page. */
function useWidth() {
  const element = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(640);
  useEffect(() => {
    if (!element.current) return undefined;
    const observer = new ResizeObserver(([entry]) => entry && setWidth(Math.max(220, entry.contentRect.width)));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return { element, width };
}

/** One picture with its legend, what is pointed at in words, and its numbers as a table. */
export function ChartFigure({ kind, chart, title, text, now, language, words }: ChartFigureProps) {
  const { element, width } = useWidth();
  const prefix = useId();
  const { unit, buckets, series } = chart;
  const [chosen, choose] = useState<number | null>(null);
  const last = buckets.length - 1;
  const at = Math.min(chosen ?? last, last);
  const sums = buckets.map((_, index) => series.reduce((sum, { values }) => sum + (values[index] ?? 0), 0));
  const tallest = kind === 'bars' ? Math.max(...sums) : Math.max(...series.flatMap(({ values }) => values));
  const { top: highest, steps } = toScale(tallest);
  const layout: Layout = {
    left: MARGIN.left,
    top: MARGIN.top,
    width: width - MARGIN.left - MARGIN.right,
    height: HEIGHT - MARGIN.top - MARGIN.bottom,
    highest,
  };
  const slot = layout.width / buckets.length;
  const every = Math.max(1, Math.ceil(LABEL_WIDTH / slot));
  const nameOf = (bucket: string) => nameBucket(bucket, unit, now, language, words);

  const step = (event: KeyboardEvent) => {
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: last }[event.key];
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    choose(Math.max(0, Math.min(to, last)));
  };
  const point = (event: PointerEvent & { currentTarget: Element }) => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left - layout.left;
    choose(Math.max(0, Math.min(Math.floor(x / slot), last)));
  };
  const told = series
    .filter(({ values }) => (values[at] ?? 0) > 0)
    .map(({ name, values }) => `${name} ${values[at] ?? 0}`)
    .join(words.comma);
  return (
    <figure class="chart">
      <figcaption>
        <h3 id={`${prefix}-title`}>{title}</h3>
        <p id={`${prefix}-text`}>{text}</p>
      </figcaption>
      <ul class="legend" role="list">
        {series.map(({ name, total }, index) => (
          <li key={name}>
            <Swatch kind={kind} index={index} prefix={prefix} />
            {name} <small>{total.toLocaleString('en')}</small>
          </li>
        ))}
      </ul>
      <div
        class="picture"
        ref={element}
        tabIndex={0}
        role="group"
        aria-labelledby={`${prefix}-title`}
        aria-describedby={`${prefix}-keys`}
        onKeyDown={step}
      >
        <svg
          width={width}
          height={HEIGHT}
          viewBox={`0 0 ${width} ${HEIGHT}`}
          role="img"
          aria-labelledby={`${prefix}-title ${prefix}-text`}
          onPointerMove={point}
        >
          <title>{title}</title>
          <desc>{text}</desc>
          <Patterns prefix={prefix} count={series.length} />
          {steps.map((value) => {
            const y = layout.top + layout.height * (1 - value / highest);
            return (
              <g key={value} class="grid">
                <line x1={layout.left} x2={width - MARGIN.right} y1={y} y2={y} />
                <text x={layout.left - 6} y={y + 4} text-anchor="end">
                  {value.toLocaleString('en')}
                </text>
              </g>
            );
          })}
          <rect class="chosen" x={layout.left + at * slot} y={layout.top} width={slot} height={layout.height} />
          {kind === 'bars' ? (
            <Bars chart={chart} layout={layout} prefix={prefix} />
          ) : (
            <Lines chart={chart} layout={layout} />
          )}
          {buckets.map(
            (bucket, index) =>
              (last - index) % every === 0 && (
                <text
                  key={bucket}
                  class="when"
                  x={Math.min(layout.left + (index + 0.5) * slot, width - 20)}
                  y={HEIGHT - 8}
                  text-anchor="middle"
                >
                  {shortBucket(bucket, unit)}
                </text>
              ),
          )}
        </svg>
      </div>
      <p class="told" role="status">
        {nameOf(buckets[at] ?? '')}
        {words.colon}
        {/* A paper may be of several topics: their sum would be no number of papers, unless there is none. */}
        {[...(kind === 'bars' || !told ? [fill(words.count, { n: sums[at] ?? 0 })] : []), ...(told ? [told] : [])].join(
          ' · ',
        )}
      </p>
      <p class="keys-hint" id={`${prefix}-keys`}>
        {fill(words.keys, { unit: words[unit] })}
      </p>
      <details>
        <summary>{words.table}</summary>
        <div class="table-place" tabIndex={0} role="region" aria-label={title}>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.when}</th>
                {series.map(({ name }) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {buckets.map((bucket, index) => (
                <tr key={bucket}>
                  <th scope="row">{nameOf(bucket)}</th>
                  {series.map(({ name, values }) => (
                    <td key={name}>{values[index] ?? 0}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}
