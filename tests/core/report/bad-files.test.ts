import { describe, expect, test } from 'vitest';
import { AppError } from '@/core/errors';
import { previewDay } from '@/core/feeds/day-preview';
import { errorWords } from '@/core/words/errors';
import { badFiles } from '../../bad-files';
import { readSamplePapers } from '../../e2e/sample';

describe('a bad file', () => {
  test.each(badFiles(readSamplePapers()))('$name', async ({ bytes, papers, said, skipped = 0 }) => {
    const result = await previewDay(bytes, '2026-06-25').catch((error: unknown) => error);
    // Only its HTTP answer tells that a page was meant for a login.
    if (papers === null) {
      expect(result).toBeInstanceOf(AppError);
      expect(errorWords.zh[(result as AppError).code]).toMatch(said ?? /./); // as: just looked at
    } else expect(result).toMatchObject({ papers, skipped: expect.objectContaining({ length: skipped }) });
  });
});
