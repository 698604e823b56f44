const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Written with a stop and always followed by more of the same sentence. Lower case, without the last stop. */
export const NEVER_LAST = words(`
  e.g eg i.e ie cf c.f vs viz fig figs eq eqs eqn eqns sec secs sect ref refs thm lem cor defn rem tab tabs vol vols pp
  dr mr mrs ms prof st messrs gen sen rep rev hon approx ca resp aka incl excl dept univ conf proc trans intl
  w.r.t s.t a.k.a q.v op cit ibid ver vers chap`);

/** Abbreviations before a number or a lower-case word, and otherwise words that may end a sentence. */
export const BEFORE_NUMBER = words(`
  no nos art max min ed eds app def prop alg ch p v ex avg std est ext temp jan feb mar apr jun jul aug sep sept oct nov
  dec mon tue wed thu fri line col`);

/** May end a sentence; then what follows begins like one. */
export const MAYBE_LAST = words(`etc al inc ltd corp co jr sr bros ph.d phd m.sc b.sc i.i.d a.m p.m u.s u.k e.u d.c`);

/** Names with a mark of their own that ends nothing. */
export const MARKED_NAMES = words(`yahoo jeopardy kahoot yum joomla`);

/** How sentences begin far more often than names do: after `U.S.` or `et al.` only these open a new sentence. */
export const OPENERS = words(`
  We Our The This That These Those In On It Its To For From By With Within Without While When Whereas As At A An And But
  Or So However Moreover Furthermore Finally First Firstly Second Secondly Third Next Then Thus Therefore Hence Here
  There Experiments Experimental Experiment Results Extensive Although Though Despite Since Also Additionally Specifically
  Using Based Code Both Each Given If Such They Their Through Under Unlike Most Many Recent Recently Existing Previous
  Compared Evaluations Evaluation Empirically Empirical Instead Meanwhile Consequently Nevertheless Nonetheless Yet Still
  Some Several Another Other Among All No Not One Two Three What How Why Which Where Can Is Are Do Does You He She I
  Because After Before During Over Across Between Overall Together Further Besides Similarly Importantly Notably See
  Unfortunately Interestingly Surprisingly Current Currently Traditional Key Data Users Researchers Methods`);
