import type { SpeechAct } from '../../../../statement/model.ts';

/**
 * What may stand with a verb as its content.
 * - `clause`: "that" and a clause; `bare`: a clause without "that"
 * - `quote`: a quotation, or the sentence that the verb is put into or behind
 * - `question`: a clause with "whether", "how", "why"
 * - `infinitive`: "to" and a verb; `gerund`: a form in "-ing"
 * - `object`: a noun phrase
 * - `other`: a noun phrase and an infinitive of which it is the subject ("wants Ek to go")
 * - `as`: a noun phrase and what it is said to be ("called the plan a mistake", "described it as …")
 */
export type Frame =
  | 'clause'
  | 'bare'
  | 'quote'
  | 'question'
  | 'infinitive'
  | 'gerund'
  | 'object'
  | 'other'
  | 'as';

export type CueClass = 'speech' | 'attitude' | 'judgement' | 'showing';

export interface CueVerb {
  /** With its particle: "point out". */
  readonly lemma: string;
  readonly frames: ReadonlySet<Frame>;
  /** Prepositions whose object is content: "complained about the noise". */
  readonly prepositions: ReadonlySet<string>;
  readonly cueClass: CueClass;
  /** What it says of the speech act; none where only the content tells. */
  readonly act: SpeechAct | null;
  /** Whether who was told may stand after it without a preposition: "told the paper". */
  readonly tellsWhom: boolean;
}

const CODES: Readonly<Record<string, Frame>> = {
  c: 'clause',
  z: 'bare',
  q: 'quote',
  w: 'question',
  i: 'infinitive',
  g: 'gerund',
  n: 'object',
  j: 'other',
  k: 'as',
};

/** Class, act, codes of the frames (`o` for an addressee), then verbs, each with `/preposition`s. */
const GROUPS: readonly (readonly [CueClass, SpeechAct | null, string, string])[] = [
  // To say, in any way
  ['speech', null, 'czqwn', 'say/of'],
  ['speech', null, 'cqw', 'state declare mention'],
  ['speech', null, 'n', 'mention'],
  ['speech', null, 'czqwio', 'tell/of'],
  [
    'speech',
    null,
    'czq',
    'add allege assert contend insist argue claim note warn explain suggest acknowledge imply confirm reveal announce recall remember point_out reply concede joke estimate stress reiterate charge report hint signal indicate swear',
  ],
  [
    'speech',
    null,
    'cq',
    'maintain opine remark/on recount intone reckon posit muse/about quip joke/about blurt interject counter note observe retort insist/on stress surmise reiterate theorize conjecture gush caution/against volunteer',
  ],
  [
    'speech',
    null,
    'cqw',
    'explain confirm reveal disclose write/of,about report announce proclaim recall remember emphasize emphasise underscore point_out reply respond answer acknowledge argue/for,against claim suggest tweet/about post/about testify/about comment/on rule find_out make_clear spell_out let_know let_slip retweet',
  ],
  ['speech', null, 'w', 'describe discuss ask outline'],
  ['speech', null, 'cq', 'cite quote'],
  ['speech', null, '', 'point/to'],
  ['speech', null, 'n', 'describe retweet'],
  ['speech', null, 'g', 'report recall describe mention acknowledge'],
  ['speech', 'DEMAND', 'n', 'urge'],
  [
    'speech',
    null,
    'cqn',
    'reiterate repeat echo detail recite relay restate outline lay_out paraphrase profess recap lay_bare summarize summarise sum_up clarify underline highlight',
  ],
  [
    'speech',
    null,
    'q',
    'continue conclude go_on charge confess marvel joke chime_in fire_back hit_back shoot_back push_back snap thunder roar boom bellow bark growl mutter mumble murmur whisper stammer sigh laugh chuckle smile grin beam nod shrug deadpan croon sneer scoff/at snarl hiss howl wail sob shriek scream shout/at yell/at cry exclaim chant sing crow enthuse rave/about drawl rasp chide scold tease jest text email e-mail message blog/about caption narrate pronounce put_it pipe_up',
  ],
  [
    'speech',
    null,
    'n',
    'announce confirm acknowledge admit repeat discuss invoke reference utter voice express convey issue',
  ],
  ['speech', null, '', 'speak/about,of,against talk/about,of refer/to allude/to'],
  ['speech', null, 'cq', 'speculate/about complain/about,of'],
  [
    'speech',
    null,
    'czqo',
    'inform/of,about notify/of brief/on advise assure/of remind/of,about convince/of reassure',
  ],
  ['speech', 'DENY', 'cgn', 'deny'],
  [
    'speech',
    'DENY',
    'n',
    'reject dismiss/as rebut refute dispute contradict repudiate disavow brush_off wave_off shrug_off rebuff',
  ],
  ['speech', 'ASSERT', 'czgq', 'admit/to concede'],
  ['speech', 'ASSERT', 'cqn', 'affirm'],
  ['speech', null, 'cq', 'boast/about,of brag/about confide vouch'],
  ['speech', 'ASSERT', 'g', 'confess/to'],
  ['speech', 'PROMISE', 'czqi', 'promise pledge vow guarantee'],
  ['speech', 'PROMISE', 'n', 'promise guarantee'],
  ['speech', 'PROMISE', 'ci', 'swear'],
  ['speech', null, 'g', 'suggest regret'],
  ['speech', 'PROMISE', 'i', 'agree/to offer volunteer commit/to'],
  ['speech', 'DENY', 'i', 'refuse'],
  ['speech', 'PREDICT', 'czqn', 'predict forecast'],
  ['speech', 'PREDICT', 'czqo', 'warn/of,about,against'],
  ['speech', 'PROPOSE', 'czgn', 'propose recommend'],
  ['speech', 'PROPOSE', 'gn', 'advocate/for propose'],
  ['speech', 'PROPOSE', 'j', 'advise invite encourage'],
  ['speech', 'DEMAND', 'cqn', 'demand request'],
  ['speech', 'DEMAND', 'cj', 'urge implore beg beseech exhort'],
  [
    'speech',
    'DEMAND',
    'j',
    'ask tell order instruct direct command press pressure challenge remind plead/with,for dare counsel',
  ],
  ['speech', 'DEMAND', '', 'call/for,on appeal/for,to push/for lobby/for press/for campaign/for'],
  ['speech', 'ASK', 'qwo', 'ask/about,for inquire/about wonder/about'],
  ['speech', 'ASK', 'nw', 'question'],
  ['speech', 'THREATEN', 'ci', 'threaten'],
  ['speech', 'APOLOGIZE', 'q', 'apologize/for,to apologise/for'],
  // To judge in words
  [
    'judgement',
    'CRITICIZE',
    'n',
    'criticize/for,as,over criticise/for,as,over denounce/as,for condemn/as,for,over blast/as,for,over slam/as,for,over attack/as,for,over decry/as rip/for,as,over assail/for,as,over bash/for,over lambaste/for,as,over castigate/for chastise/for rebuke/for reprimand/for berate/for deride/as,for ridicule/as,for mock/as,for,over belittle/as disparage/as malign/as deplore lament bemoan fault/for blame/for,on accuse/of charge/with skewer/for,over scold/for chide/for knock/for,as hammer/for,over pan slap trash/as savage vilify/as demonize/as excoriate/for disown insult taunt/over slight impugn oppose protest challenge call_out/for,on lash_out/at,against rail/against fulminate/against inveigh/against take_aim/at take_issue/with object/to',
  ],
  [
    'judgement',
    'PRAISE',
    'n',
    'praise/for,as laud/for,as applaud/for commend/for hail/as,for tout/as extol/as congratulate/on,for thank/for salute/for welcome credit/with,for endorse back compliment/on defend/against,as support',
  ],
  [
    'judgement',
    null,
    'k',
    'call label brand dub deem pronounce declare term nickname describe/as characterize/as characterise/as portray/as depict/as cast/as paint/as frame/as bill/as cite/as decry/as denounce/as identify/as define/as classify/as',
  ],
  ['judgement', 'CRITICIZE', 'n', 'liken/to'],
  // To think
  [
    'attitude',
    null,
    'czq',
    'think/of,about believe/in feel figure reckon assume presume suppose imagine suspect guess understand realize realise know fear worry/about doubt regret hope/for wish conclude decide determine conjecture reason calculate recognize recognise agree/with,on disagree/with expect anticipate',
  ],
  ['attitude', null, 'k', 'consider view/as regard/as see/as perceive/as deem'],
  ['attitude', 'PROMISE', 'i', 'plan/on intend vow aim decide resolve promise'],
  ['attitude', 'DEMAND', 'ij', 'want'],
  ['attitude', 'ASSERT', 'i', 'hope wish seek prefer expect'],
  ['attitude', 'PREDICT', 'j', 'expect'],
  ['attitude', 'PREDICT', 'n', 'expect anticipate'],
  ['attitude', null, 'n', 'oppose favor favour prefer favor'],
  // Of documents, polls and those who look into a matter
  ['showing', null, 'czqw', 'show indicate estimate conclude reveal suggest'],
  ['showing', null, 'cqw', 'find demonstrate prove'],
  ['showing', null, 'n', 'show indicate suggest'],
  ['showing', null, 'z', 'find'],
  ['showing', null, 'q', 'read'],
];

const VERBS = new Map<string, CueVerb>();

for (const [cueClass, act, codes, words] of GROUPS) {
  for (const entry of words.split(/\s+/)) {
    const [word = '', prepositions = ''] = entry.split('/');
    const lemma = word.replaceAll('_', ' ');
    const before = VERBS.get(lemma);
    const frames = new Set(before?.frames);
    for (const code of codes) {
      const frame = CODES[code];
      if (frame !== undefined) frames.add(frame);
    }
    VERBS.set(lemma, {
      lemma,
      frames,
      prepositions: new Set([
        ...(before?.prepositions ?? []),
        ...prepositions.split(',').filter((one) => one !== ''),
      ]),
      cueClass: before?.cueClass ?? cueClass,
      act: before?.act ?? act,
      tellsWhom: before?.tellsWhom === true || codes.includes('o'),
    });
  }
}

/** The verb with this base form and particle. */
export function cueVerb(lemma: string): CueVerb | undefined {
  return VERBS.get(lemma);
}

/** Particles that make another verb of one. */
export const PARTICLES: ReadonlySet<string> = new Set(
  [...VERBS.keys()].flatMap((lemma) => lemma.split(' ').slice(1)),
);
