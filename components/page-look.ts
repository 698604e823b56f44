import { useLayoutEffect } from 'preact/hooks';
import type { Language, Settings } from '@/core/settings';

/**
 * Gives one of our own pages the reader's language and theme, and its name in that language where there is one. `system`
 * leaves the theme to the style sheet.
 */
export function usePageLook(
  settings: Pick<Settings, 'language' | 'theme'> | undefined,
  titles?: Readonly<Record<Language, { title: string }>>,
): void {
  const language = settings?.language;
  const theme = settings?.theme;
  useLayoutEffect(() => {
    const root = document.documentElement;
    if (language) root.lang = language === 'zh' ? 'zh-CN' : 'en';
    if (theme === 'light' || theme === 'dark') root.dataset['theme'] = theme;
    else delete root.dataset['theme'];
    if (language && titles) document.title = titles[language].title;
  }, [language, theme, titles]);
}
