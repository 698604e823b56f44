import { ownShelf } from '@/messages/own-shelf';
import { wakeBackground } from '@/messages/wake';

// Run by popup-view.js when it has drawn the first view. What is imported here comes when it is needed.
globalThis.daoduBringLibrary({
  watchPopupLook: async (...asked) => (await import('@/storage/popup-look')).watchPopupLook(...asked),
  watchFull: async (...asked) => (await import('@/storage/watch-full')).watchFull(...asked),
  setSaved: async (...asked) => (await import('@/storage/marks')).setSaved(...asked),
  setDismissed: async (...asked) => (await import('@/storage/marks')).setDismissed(...asked),
  importSample: async (...asked) => (await import('@/storage/sample')).importSample(...asked),
  mountDock: async (...asked) => (await import('./late-daily')).mountDock(...asked),
  mountLeftOut: async (...asked) => (await import('./late-daily')).mountLeftOut(...asked),
  mountHere: async (...asked) => (await import('./late-here')).mountHere(...asked),
  showWhy: async (...asked) => (await import('./late-daily')).showWhy(...asked),
  toErrorSentence: async (...asked) => (await import('@/core/words/error-sentence')).toErrorSentence(...asked),
});
// What is marked here is to be so on the page that is opened next.
import('@/storage/watch-guides').then(({ watchGuides }) => watchGuides((ids) => ownShelf.drop(ids)), console.error);
// Days that are due come in while the reader looks.
wakeBackground();
