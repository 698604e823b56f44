import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { ROLES } from '@/core/roles/outline';

const lineSchema = z.object({
  sentences: z.array(z.string()),
  labels: z.array(z.enum(ROLES)),
  confs: z.array(z.number()),
});

/** An abstract as the crowd labelled it. `confs` is the share of the readers of a sentence who agreed on its label. */
export interface LabelledAbstract {
  sentences: string[];
  labels: number[];
  confs: number[];
}

/** Reads one part of CSAbstruct, `train` or `dev`; labels become numbers, counted as in `ROLES`. */
export function readAbstracts(part: 'train' | 'dev'): LabelledAbstract[] {
  const folder = process.env['DAODU_SHARED'] ?? join(import.meta.dirname, '..', '..', '..', 'shared');
  const lines = readFileSync(join(folder, 'csabstruct', `${part}.jsonl`), 'utf8').split('\n');
  return lines
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const { sentences, labels, confs } = lineSchema.parse(JSON.parse(line));
      return { sentences, labels: labels.map((label) => ROLES.indexOf(label)), confs };
    });
}
