const list = (words: string) => new Set(words.trim().split(/\s+/));

/** Words that stand in every abstract and in no term: grammar, and how papers speak of themselves. Singular, lower case. */
export const STOP_WORDS = list(`
a about above across after again against all almost also although always among an and another any are around as at away back
based be because been before behind being below best better between beyond both but by can cannot could did directly do does
doing done due during each either else etc even every few first for from further furthermore general given has have having he
hence her here high highly his how however i if in including inherent instead into is it its itself just key large largely
last later least less like long low main major make many may might moreover more most much must namely near nearly need never
nevertheless new next no none nor not now of off often on once one only onto or other our out over own per perhaps quite
rather recent recently same second several shall should similar simple since single small so some still strong such than that
the their them themselves then there thereby therefore these they this those three through throughout thus to together too
toward towards two under unlike until up upon us use used useful uses using various very via was we well were what when where
whereas whether which while who whole whose why wide widely will with within without would yet you your
ability able absence achieve achieving acro address addressing advance advantage adopt aim allow allowing alternative analysis
analyze application apply applying approach art aspect available average baseline become benefit bring broad broader build
building capability capable capture capturing case challenge challenging change code collect combine combining common
commonly compare comparable comparison competitive complete complex complexity comprehensive compute concept condition
conduct consider consist consistent consistently contain context contribution conventional core cost create creating critical
crucial current currently degree deliver demonstrate demonstrating depend derive describe design designing desired despite
detail detailed determine develop developing development difference different difficult difficulty direct discuss diverse
domain drive driven easily easy effect effective effectively effectiveness efficiency efficient efficiently effort emerge
emerging employ employing enable enabling end enhance enhancing ensure ensuring entire especially essential establish
evaluate evaluating evaluation evidence examine example exhibit existing expensive experiment experimental explicit
explicitly exploit explore exploring extend extensive extent extract extracting face facilitate factor fail failure far field
final finally find finding fine fix focus following form found four framework full fully fundamental future gain gap generally
generate generating github goal good great ground group growing guide hard help hidden high-quality highlight http https
idea identify identifying illustrate impact implement implementation implicit important improve improvement improving
includ inspire individual information initial input insight integrate integrating intermediate introduce introducing
introduction investigate involve issue joint jointly know known lack latter lead leading learn learned leave level leverage
leveraging light limit limitation limited line little look lower maintain maintaining making manner material maximum mean
means measure mechanism meet method methodology minimal mitigate model-based modern module motivate multiple natural nature
necessary novel number observe obtain offer offering open operate optimal order original outperform outperforming output
overall overcome paper part particular particularly perform performance performing perspective pipeline play popular pose
possible potential potentially powerful practical practice precise predict predicting presence present presenting preserve
preserving previous previously primarily primary principle prior problem procedure process processing produce producing
project promising propose proposed prove provide providing public publicly purpose quality question range rate raw reach
real recognize reduce reducing refer related relative relatively relevant reliable rely relying remain remaining
remarkable report represent require requirement requiring research researcher resource respectively restrict result
resulting reveal rich robust role run same scenario scheme scope seek select series serve set setting setup severe shift
show showing significant significantly simply simultaneously size solution solve solving sota source specific specifically
stage standard state state-of-the-art step straightforward strategy strength strict structure study subsequent
substantial substantially success successful successfully suffer suggest suitable superior support surpass surpassing
systematic systematically tackle take target technique term test thorough time tool top total traditional train treat type
typical typically unclear underlie underlying understand unified unique unknown utilize utilizing validate validation value
accuracy bridge coherent conditioning consistency content empirical guidance intent leaving observation paradigm prevent
quantify quantitative qualitative attempt bottleneck real-world open-source large-scale diffuse render synthesize corpus response
query scale frame latency
variety vary varying version wall way website work world-class yield zero
`);

/** Words that say something only behind another one: `diffusion model`, `contrastive learning`. */
export const HEAD_WORDS = list(`
algorithm architecture benchmark cue data dataset distribution environment estimation feature function generation image
inference input interaction label layer learning loss metric model modeling network object optimization parameter prediction
representation sample scene sequence space system task training understanding
`);
