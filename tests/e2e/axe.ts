import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright';

/** Every violation axe finds on a page, as one line each. */
export async function findViolations(page: Page): Promise<string[]> {
  // Without the legacy mode axe opens a blank page, which a persistent context does not allow.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${JSON.stringify(target)}`));
}
