import { beginFirstLook } from '@/storage/first-popup-look';

/** Asked as this module is run, and so before the polyfill is set up if it is imported before that. */
export const begunLook = beginFirstLook();
