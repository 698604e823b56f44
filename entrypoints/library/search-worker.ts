import { keepIndexed } from '@/storage/search-keeper';

// Beside the page, which stays free meanwhile; it ends with the page.
void keepIndexed({ signal: new AbortController().signal });
