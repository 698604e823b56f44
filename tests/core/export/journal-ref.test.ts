import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseJournalRef } from '@/core/export/journal-ref';

describe('parseJournalRef', () => {
  test.each([
    ['Phys.Rev.D76:013009,2007', 'Phys.Rev.D', '76', '', '013009', '2007'],
    ['Physical Review D 76, 013009 (2007)', 'Physical Review D', '76', '', '013009', '2007'],
    ['Phys. Rev. Lett. 100, 136401 (2008)', 'Phys. Rev. Lett.', '100', '', '136401', '2008'],
    ['Prog.Theor.Phys.101:1155-1164,1999', 'Prog.Theor.Phys.', '101', '', '1155-1164', '1999'],
    ['Nature 521 (2015) 436-444', 'Nature', '521', '', '436-444', '2015'],
    ['Nature 521, 436--444 (2015)', 'Nature', '521', '', '436-444', '2015'],
    ['A&A 641, A6 (2020)', 'A&A', '641', '', 'A6', '2020'],
    ['Eur. Phys. J. C (2019) 79: 123', 'Eur. Phys. J. C', '79', '', '123', '2019'],
    ['Pattern Recognition 120 (2021) 108071', 'Pattern Recognition', '120', '', '108071', '2021'],
    ['Commun. ACM 60(6): 84-90 (2017)', 'Commun. ACM', '60', '6', '84-90', '2017'],
    ['JMLR 21(140):1-67, 2020', 'JMLR', '21', '140', '1-67', '2020'],
    ['J. Stat. Phys. 123 (2006), no. 1, 45--67', 'J. Stat. Phys.', '123', '1', '45-67', '2006'],
    ['Ann. of Math. (2) 170 (2009), no. 1, 1-50', 'Ann. of Math. (2)', '170', '1', '1-50', '2009'],
    ['PLoS ONE 15(3): e0229927', 'PLoS ONE', '15', '3', 'e0229927', ''],
    ['IEEE Trans. X, vol. 12, no. 3, pp. 1–10, Oct. 2020', 'IEEE Trans. X', '12', '3', '1-10', '2020-10'],
    ['科学通报, 2012, 55(34): 3219', '科学通报', '55', '34', '3219', '2012'],
    ['International Journal of Computer Vision, 2023', 'International Journal of Computer Vision', '', '', '', '2023'],
    [
      'Transactions on Machine Learning Research (12 May 2024)',
      'Transactions on Machine Learning Research',
      '',
      '',
      '',
      '2024-05',
    ],
    [
      'Épijournal de Géométrie Algébrique, Volume 1 (September 1, 2017) epiga:3255',
      'Épijournal de Géométrie Algébrique, epiga:3255',
      '1',
      '',
      '',
      '2017-09',
    ],
  ])('takes %s apart', (text, container, volume, issue, page, date) =>
    expect(parseJournalRef(text)).toEqual({ kind: 'journal', container, volume, issue, page, date }),
  );

  test.each([
    ['CVPR 2024', 'CVPR 2024', '', '2024'],
    ['In CVPR 2020, pp. 1-8', 'CVPR', '1-8', '2020'],
    [
      'Proceedings of the IEEE/CVF Conference on Computer Vision, 2023, pp. 1234-1243',
      'Proceedings of the IEEE/CVF Conference on Computer Vision',
      '1234-1243',
      '2023',
    ],
    ['Proc. 40th Int. Conf. on X, PMLR 202:1234-1256, 2023', 'Proc. 40th Int. Conf. on X, PMLR', '1234-1256', '2023'],
  ])('knows %s for a conference', (text, container, page, date) =>
    expect(parseJournalRef(text)).toMatchObject({ kind: 'conference', container, page, date }),
  );

  // What is not understood is cited as it stands, rather than as something else.
  test.each([
    ['ACL 2023 Findings', 'ACL 2023 Findings'],
    [
      'Fractals in Graz 2001, 25--118, Trends Math., Birkhauser, Basel, 2003',
      'Fractals in Graz 2001, 25--118, Trends Math., Birkhauser, Basel',
    ],
    ['to appear', 'to appear'],
    ['2023', '2023'],
    ['(2023)', '(2023)'],
  ])('leaves %s whole', (text, container) =>
    expect(parseJournalRef(text)).toMatchObject({ container, volume: '', issue: '', page: '' }),
  );

  test.each([null, '', '  ', '.'])('finds nothing in %j', (text) => expect(parseJournalRef(text)).toBeNull());

  test('always names where, and takes no time over anything', { timeout: 30_000 }, () => {
    const part = fc.oneof(
      fc.string(),
      fc.constantFrom('1', '(', ')', '2020', ', ', 'pp. ', 'vol. ', 'J', '-', ':', ' '),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 60 }), (parts) => {
        const text = parts.join('');
        const found = parseJournalRef(text);
        expect(found === null || found.container !== '').toBe(true);
      }),
    );
    expect(parseJournalRef('1('.repeat(50_000))).not.toBeNull();
  });
});
