import { describe, expect, test } from 'vitest';
import { toFindings } from '@/core/guide/findings';

const PLAIN = 'We train on 28 datasets of maps.\n  The model, “MapNet”, gains 4.5 points over all others.';
const ABSTRACTS = { plain: PLAIN.replaceAll(/[“”]/g, '"'), accented: `${PLAIN} As Köhler did.` };

describe.each(Object.entries(ABSTRACTS))('key findings of an abstract that is %s', (_, abstract) => {
  test.each([
    'We train on 28 datasets of maps.',
    'we train on 28  datasets of maps',
    'The model, MapNet, gains 4.5 points over all others.',
    'The model, ``MapNet", gains $4.5$ points over all others.',
  ])('are its sentences: %j', (finding) => {
    expect(toFindings([finding], abstract).quoted).toBe(true);
  });

  test.each([
    'We train on 29 datasets of maps.',
    'We train on datasets of ours only.',
    'The model, MapNet, gains 45.4 points over all others.',
    'The model, MäpNet, gains 4.5 points over all others.',
    'We train on 28',
  ])('are none of its sentences: %j', (finding) => {
    expect(toFindings([finding], abstract).quoted).toBe(false);
  });
});
