import { describe, expect, test } from 'vitest';
import { parseFullText } from '@/core/arxiv/full-text';
import { hasShared, sharedFile } from '../../shared';

interface Page {
  file: string;
  kind: string;
}
const manifest: Page[] = hasShared ? JSON.parse(sharedFile('pages/manifest.json')) : [];
/** What LaTeXML made typographic of the record's plain text. */
const plain = (text: string) => text.replace(/[“”]/g, '"').replaceAll('’', "'").replaceAll('$\\sim$', '~');

describe.runIf(hasShared)('parseFullText on the shared pages', () => {
  test.each(manifest.filter(({ kind }) => kind === 'html'))(
    'reads $file as the record of its paper has it',
    ({ file }) => {
      const record = JSON.parse(sharedFile('pages/abs/2512.23705v1.json'));
      const text = parseFullText(sharedFile(`pages/${file}`));
      expect(text).toMatchObject({
        id: record.id,
        version: record.version,
        title: record.title,
        authors: record.authors,
      });
      expect(text?.sections.map(({ kind, level, number, title }) => [kind, level, number, title])).toEqual([
        ['abstract', 1, '', 'Abstract'],
        ['body', 1, '1', 'Introduction'],
        ['body', 1, '2', 'Method'],
        ['body', 2, '2.1', 'Data'],
        ['body', 2, '2.2', 'Training'],
        ['body', 1, '3', 'Experiments'],
        ['body', 1, '4', 'Conclusion'],
        ['appendix', 1, 'Appendix A', 'Implementation details'],
        ['references', 1, '', 'References'],
      ]);
      const [abstract, introduction, , , training, experiments, , , references] =
        text?.sections.map((section) => section.text) ?? [];
      expect(plain(abstract ?? '')).toBe(record.abstract);
      expect(introduction).toContain(
        'frame of a video of length $T$ and $D_{t}$ its depth map. We look for a translator\n\n$f_{\\theta}:',
      );
      expect(introduction).toMatch(
        /,\$ \(1\)\n\nwhich is learned .*\n\nThe contributions are:\n\n• TransPhy3D, .*\n\n• DKT, /s,
      );
      expect(training).toContain('see Eq. (1) and Section 1.');
      expect(experiments).toContain(
        'Table 1: Benchmarks used in the evaluation.\n\nBenchmark | Real | Video\nClearPose [1] | yes | yes\n',
      );
      expect(experiments).toContain('Figure 1: Depth predicted for a sequence with $T=49$ frames.');
      expect(experiments).toContain('(Measured at a resolution of $832\\times 480$.)');
      expect(references).toMatch(/^\[1\] X\. Chen et al\. .* In ECCV, 2022\.\n\n\[2\] Q\. Dai /);
      expect(JSON.stringify(text)).not.toMatch(/[𝐷∼θ]|annotation|Report Issue|LaTeXML|funders/u);
    },
  );

  test.each(manifest.filter(({ kind }) => kind !== 'html'))('finds no full text in $file', ({ file }) =>
    expect(parseFullText(sharedFile(`pages/${file}`))).toBeNull(),
  );
});
