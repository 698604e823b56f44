/** A unit of measure: what it measures, and how many of the base unit it is. */
export interface Measure {
  dimension: string;
  scale: number;
}

const UNITS = {
  time: 'ns 1e-9 纳秒 1e-9 us 1e-6 μs 1e-6 µs 1e-6 微秒 1e-6 ms 1e-3 毫秒 1e-3 millisecond 1e-3 s 1 sec 1 second 1 秒 1 min 60 minute 60 分钟 60 h 3600 hr 3600 hour 3600 小时 3600 day 86400 天 86400',
  frequency: 'Hz 1 kHz 1e3 KHz 1e3 MHz 1e6 GHz 1e9 THz 1e12 赫兹 1',
  memory: 'KB 1e3 kB 1e3 MB 1e6 GB 1e9 TB 1e12 PB 1e15 KiB 1e3 MiB 1e6 GiB 1e9',
  length:
    'nm 1e-9 纳米 1e-9 μm 1e-6 µm 1e-6 微米 1e-6 mm 1e-3 毫米 1e-3 cm 1e-2 厘米 1e-2 m 1 meter 1 米 1 km 1e3 公里 1e3 千米 1e3',
  power: 'mW 1e-3 毫瓦 1e-3 W 1 瓦 1 kW 1e3 千瓦 1e3',
  rate: 'fps 1 FPS 1',
  decibel: 'dB 1 分贝 1',
  bitrate: 'bps 1 kbps 1e3 Mbps 1e6 Gbps 1e9',
};

const MEASURES = new Map<string, Measure>(
  Object.entries(UNITS).flatMap(([dimension, list]) => {
    const parts = list.split(' ');
    return parts.flatMap((unit, at): [string, Measure][] =>
      at % 2 === 0 ? [[unit, { dimension, scale: Number(parts[at + 1]) }]] : [],
    );
  }),
);

/** The unit that `rest`, the text behind a number, begins with; null when it begins with none. */
export function measureOf(rest: string): Measure | null {
  const latin = /^[\s-]?\$?(?<unit>[A-Za-zμµ]+)/.exec(rest)?.groups?.['unit'];
  if (latin !== undefined) return MEASURES.get(latin) ?? MEASURES.get(latin.replace(/s$/, '')) ?? null;
  const chinese = /^\s?(?<unit>[\u4E00-\u9FFF]{1,2})/.exec(rest)?.groups?.['unit'] ?? '';
  return MEASURES.get(chinese) ?? MEASURES.get(chinese.slice(0, 1)) ?? null;
}
