/**
 * Words that do the same work in an abstract, so that what was learned from `we devise` serves `we propose` too.
 * A word stands in one class: the one in which it tells most about a sentence's role.
 */
const CLASSES: Readonly<Record<string, string>> = {
  we: 'we i us ourselves authors author',
  our: 'our ours my',
  this: 'this these',
  that: 'that which who whom whose',
  it: 'it they them he she its their his her',
  paper: `paper article work research thesis chapter report tutorial dissertation letter manuscript poster talk note
    contribution contributions essay monograph book editorial papers proposal`,
  result: `results result finding findings outcome outcomes conclusions conclusion observation observations evidence`,
  experiment: `experiment experiments experimental experimentally evaluation evaluations simulation simulations
    analysis analyses test tests testing comparison comparisons measurements measurement empirical empirically trial
    trials numerical theoretical theoretically extensive ablation comprehensive`,
  method: `method methods approach approaches algorithm algorithms technique techniques scheme schemes procedure
    procedures strategy strategies mechanism mechanisms methodology methodologies solution solutions formulation
    heuristic heuristics`,
  system: `system systems framework frameworks architecture architectures tool tools prototype pipeline platform module
    modules protocol protocols implementation application applications software toolkit library language environment
    device devices interface`,
  model: `model models network networks classifier classifiers cnn rnn lstm gan transformer encoder decoder layer layers
    neural deep convolutional recurrent attention regression kernel bayesian`,
  propose: `propose proposes present presents introduce introduces develop develops describe describes devise devises
    put outline outlines offer offers suggest suggests provide provides contribute contributes advocate`,
  proposed: 'proposed presented introduced developed described devised outlined suggested provided offered',
  study: `study studies investigate investigates explore explores examine examines analyze analyzes analyse analyses
    discuss discusses review reviews survey surveys consider considers address addresses focus focuses tackle tackles
    revisit seek seeks attempt attempts try tries identify identifies understand assess assesses evaluate evaluates
    compare compares`,
  studied: `investigated explored examined analyzed analysed discussed reviewed surveyed considered addressed focused
    tackled sought attempted tried studied identified assessed`,
  goal: `aim aims aimed aiming goal goals objective objectives purpose purposes motivated intended intends hypothesis
    hypotheses question questions target desired`,
  show: `show shows demonstrate demonstrates indicate indicates reveal reveals confirm confirms prove proves find finds
    observe conclude verify validate illustrate illustrates highlight highlights imply implies support supports
    establish establishes argue argues`,
  showed: `showed shown demonstrated indicated revealed confirmed proved proven found observed concluded verified
    validated illustrated reported supported showing demonstrating indicating revealing validating tested`,
  better: `outperform outperforms outperformed outperforming improves improved improvement improvements better best
    superior superiority higher faster significantly significant exceed exceeds exceeded surpass surpasses gain gains
    comparable competitive competitively promising state-of-the-art state-of-art surpassing increased reduced
    reduces increases decreased lower favorably substantially considerably compared feasible`,
  achieve: `achieve achieves achieved achieving obtain obtains obtained yield yields yielded reach reaches reached
    attain attains produce produces gives lead leads led`,
  quality: `performance accuracy effectiveness efficiency robustness precision recall speed speedup error quality
    scalability rate rates cost costs usefulness feasibility effective efficient efficiently effectively successfully`,
  use: `use uses using employ employs apply applies adopt utilize utilizes combine combines combining exploit exploits
    exploiting leverage leverages leveraging incorporate incorporates integrate integrates utilizing employing applying
    extend extends extending based via`,
  used: `used employed applied adopted utilized combined exploited incorporated integrated extended trained implemented
    constructed built derived performed conducted collected computed estimated extracted generated defined formulated
    designed evaluated created selected measured modeled modelled`,
  make: `design designs implement implements build builds construct constructs train derive create creates generate
    generates formulate define defines learn learns compute computes estimate extract extracts collect model enable
    enables allow allows allowing enabling`,
  contrast: `however but although though despite yet unfortunately nevertheless nonetheless still instead`,
  while: 'while whereas rather unlike contrary',
  trouble: `problem problems challenge challenges challenging difficult difficulty difficulties issue issues limited
    limitations limitation lack lacks lacking suffer suffers expensive costly complex fail fails hard gap gaps
    threat threats risk risks unclear unknown little few unexplored bottleneck drawback drawbacks hinder barrier
    tedious time-consuming cannot`,
  need: `need needs require requires required necessary necessity must demand demands critical crucial essential
    important importance fundamental key vital major significance interest attention`,
  recent: `recent recently currently nowadays today past decades decade years increasingly increasing growing emerged
    emerging advances progress advent era modern last rapid rapidly ubiquitous proliferation`,
  existing: `existing previous previously conventional traditional traditionally current prior earlier standard classical
    literature researchers practitioners`,
  often: `often typically commonly usually generally widely many most several numerous various frequently mainly
    popular well-known common`,
  become: 'become becomes became has been',
  data: `dataset datasets data-set data-sets data benchmark benchmarks corpus corpora database databases images image
    sample samples sets set dataset's samples imagenet coco cifar mnist`,
  people: `participants subjects users students respondents interviews questionnaire survey interview patients children
    users' consumers employees firms companies`,
  future: `future implications implication discuss directions recommendations discussion limitations practical managerial`,
  order:
    'first second third finally then next also moreover furthermore addition additionally further firstly secondly',
  thus: 'thus therefore hence consequently accordingly overall so',
  specific: 'specifically particular particularly namely main basic idea consists two three four five novel new',
  modal: 'can could may might will would should',
  be: 'is are was were be being',
  have: 'have had having',
  do: 'do does did not',
  determiner: 'a an the',
  each: 'each all both any every some other such',
  preposition: 'of in on for with by from at into as over under between through within across against among',
  to: 'to',
  and: 'and or',
  if: 'if because since when where until after before during',
  rights: `copyright reserved rights elsevier keywords keyword springer ieee acm ltd wiley inc press b.v download http
    https www html doi vol pp al university index terms subject published publisher publishing`,
  available: 'available code source github publicly website online url',
};

const CLASS_OF = new Map(
  Object.entries(CLASSES).flatMap(([name, words]) => words.split(/\s+/).map((word): [string, string] => [word, name])),
);

const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/^\d|^%$/, '0'],
  [/^[^a-z]/, 'mark'],
  [/...ed$/, '-ed'],
  [/...ing$/, '-ing'],
  [/...ly$/, '-ly'],
  [/..(?:tion|ment|ness|ity|ance|ence|ism)s?$/, '-tion'],
  [/..(?:ive|al|ous|able|ible|ic|ful|less)$/, '-al'],
  [/...s$/, '-s'],
];

/** The class of a lower-case word: the table's, else what its ending suggests. Marks are classes of their own. */
export function wordClass(word: string): string {
  const listed = CLASS_OF.get(word);
  if (listed !== undefined) return listed;
  const ending = ENDINGS.find(([pattern]) => pattern.test(word))?.[1] ?? '-';
  return ending === 'mark' ? word : ending;
}
