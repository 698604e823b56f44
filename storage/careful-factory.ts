import { Dexie } from 'dexie';

/**
 * What the library is opened by, with two doors that Dexie would walk through closed to it.
 *
 * A library of a newer version it would open as if it were its own, by asking once more without a version, and add the tables that it
 * misses there; we would write rows that the newer one cannot read. And where a library that was open here is no longer there, it would
 * make an empty one, which readers could not tell from one that was emptied.
 *
 * @param onGone told whether that was so when it was last opened
 */
export function carefulFactory(factory: IDBFactory, onGone: (isGone: boolean) => void): IDBFactory {
  let wasOpen = false;
  return {
    open(name, version) {
      if (version === undefined) throw new Dexie.VersionError('the library is newer');
      const opening = factory.open(name, version);
      opening.addEventListener('upgradeneeded', (event) => {
        const isGone = wasOpen && event.oldVersion === 0;
        onGone(isGone);
        if (!isGone) return;
        event.stopImmediatePropagation(); // Dexie makes its tables here
        opening.transaction?.abort();
      });
      opening.addEventListener('success', () => {
        wasOpen = true;
        onGone(false);
      });
      return opening;
    },
    deleteDatabase(name) {
      wasOpen = false;
      return factory.deleteDatabase(name);
    },
    databases: () => factory.databases(),
    cmp: (one, other) => factory.cmp(one, other),
  };
}
