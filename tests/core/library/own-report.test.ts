import { expect, test } from 'vitest';
import { isOwnReport, ownReportId } from '@/core/library/own-report';
import { reportIdOf } from '@/core/library/prepare';

const DAY = '2026-11-20';
const OWN_NAME = ownReportId(DAY).slice(DAY.length + 1);

test('knows a report that was made here', () => expect(isOwnReport(ownReportId(DAY))).toBe(true));

test.each([
  reportIdOf({ date: DAY, title: 'Arxiv Papers' }),
  reportIdOf({ date: DAY, title: OWN_NAME }),
  reportIdOf({ date: DAY, title: `${OWN_NAME}|` }),
  reportIdOf({ date: DAY, title: '' }),
  reportIdOf({ date: null, title: OWN_NAME }),
  `${ownReportId(DAY)}|feed`,
  OWN_NAME,
  '',
])('takes no other for one: %j', (id) => expect(isOwnReport(id)).toBe(false));
