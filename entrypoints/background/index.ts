import { defineBackground } from '#imports';
import { errorWords } from '@/core/words/errors';
import { serve, serveFollowers, serveWakes } from '@/messages/serve';
import { browser } from '@/messages/webext';
import { readSettings } from '@/storage/settings';
import { listenForLeftAccess } from './access-desk';
import { listenForCommands } from './command-desk';
import { askDueDaily, listenForDaily } from './daily-desk';
import { askDueFeeds, listenForFeeds } from './feed-desk';
import { follow } from './guide-desk';
import { guidesAhead, handlers, readReply } from './handlers';
import { listenForSearch } from './search-desk';
import { wakeForPages } from './wake-for-pages';
import { listenForJobs, runner } from './job-desk';
import { listenForShelf } from './shelf-desk';
import { listenForStart } from './start-desk';
import { askDueSync, listenForSync } from './sync-desk';
import { listenForSnapshots } from './snapshot-desk';
import { listenForZotero } from './zotero-desk';

export default defineBackground(() => {
  serve(handlers, async (code) => {
    // The library itself may be what failed; then the sentence is said in the default language.
    const language = await readSettings().then(
      (settings) => settings.language,
      () => 'zh' as const,
    );
    return errorWords[language][code];
  });
  listenForStart();
  wakeForPages((tabId, paperId) => guidesAhead.begin(tabId, paperId));
  serveFollowers(follow);
  serveWakes(() => {
    void runner.run();
    void askDueFeeds();
    void askDueDaily();
    void askDueSync();
  });
  listenForJobs();
  listenForFeeds();
  listenForDaily();
  listenForSync();
  listenForLeftAccess();
  listenForCommands();
  listenForSearch();
  listenForSnapshots();
  listenForZotero();
  listenForShelf(readReply);
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
  });
});
