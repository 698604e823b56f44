/** The part of citeproc-js that is used here; the package has no types of its own. */
declare module 'citeproc' {
  /** CSL as the engine takes it beside XML: an element with its attributes, and text or elements in it. */
  export interface CslNode {
    name: string;
    attrs: Record<string, string>;
    children: (CslNode | string)[];
  }
  interface System {
    retrieveLocale: (language: string) => CslNode;
    retrieveItem: (id: string) => unknown;
  }
  class Engine {
    constructor(system: System, style: CslNode, language: string, forceLanguage: boolean);
    opt: { development_extensions: Record<string, boolean> };
    setOutputFormat(name: string): void;
    updateItems(ids: readonly string[]): void;
    makeBibliography(): [{ entry_ids: string[][] }, string[]];
  }
  const citeproc: {
    Engine: typeof Engine;
    Output: { Formats: Record<string, Record<string, unknown>> };
  };
  export default citeproc;
}
