/** Something that is known of a paper in a list, in words. `hint` is what they mean, '' where they say it all. */
export interface RowMark {
  kind: 'basis' | 'status' | 'seen';
  text: string;
  hint: string;
}

/** What stands beside a paper in a list. Of a paper of which the library knows nothing there is no row. */
export interface TriageRow {
  id: string;
  /** '' where there is none. */
  titleChinese: string;
  gist: string;
  /** Language tag of the gist; '' for one that is not known. */
  lang: string;
  marks: RowMark[];
  saved: boolean;
  /** Never true of a saved paper. */
  dismissed: boolean;
}

/** How well a paper fits the reader's interests, in words; `why` has one reason a line. */
export interface RowScore {
  id: string;
  text: string;
  why: string;
  /** Whether it is one that the reader asked for. */
  wanted: boolean;
}

/** A paper's guide in a few lines, with their labels. */
export interface RowBrief {
  lines: { label: string; text: string }[];
}
