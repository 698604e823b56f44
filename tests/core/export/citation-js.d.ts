declare module '@citation-js/core' {
  export class Cite {
    constructor(data: unknown, options: { forceType: string });
    data: Record<string, unknown>[];
  }
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
