/**
 * Has what is new searched while the page is here, in a worker that ends with it. Built beside the pages, as the worker that imports
 * is (wxt.config.ts).
 */
export function startSearchWorker(): Worker {
  return new Worker('/search-worker.js', { type: 'module' });
}
