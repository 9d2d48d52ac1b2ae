import { phraseSet, wordSet } from './words.ts';

export type RoleClass =
  | 'BUSINESS'
  | 'CANDIDATE'
  | 'CLERGY'
  | 'DIPLOMAT'
  | 'EXPERT'
  | 'GOVERNMENT'
  | 'JOURNALIST'
  | 'JUDGE'
  | 'LAWYER'
  | 'LEADER'
  | 'LEGISLATOR'
  | 'MILITARY'
  | 'MINISTER'
  | 'MONARCH'
  | 'OFFICIAL'
  | 'ORGANIZER'
  | 'PARTY'
  | 'POLICE'
  | 'PRESIDENT'
  | 'REGION'
  | 'SPOKESPERSON'
  | 'WORKER';

const CLASSES: Readonly<Record<RoleClass, string>> = {
  PRESIDENT: 'president | president-elect',
  GOVERNMENT: 'prime minister | premier | chancellor | vice premier',
  MONARCH: 'king | queen | emir | sultan | emperor | crown prince | prince | princess | monarch',
  MINISTER:
    'minister | ag | foreign minister | secretary of state | attorney general | foreign secretary | home secretary | secretary of defense | secretary',
  DIPLOMAT:
    'ambassador | envoy | diplomat | consul | consul general | negotiator | permanent representative | representative to | chargé d’affaires | attaché',
  LEGISLATOR: `senator | sen. | sen | rep | sens. | lawmaker | legislator | congressman | congresswoman | rep. | reps. | representative | deputy | mp | parliamentarian | member of parliament |
    speaker | majority leader | minority leader | house speaker | majority whip | minority whip | state senator | assemblyman | whip | duma deputy`,
  SPOKESPERSON:
    'spokesman | spokeswoman | spokesperson | press secretary | press officer | communications director | spokesmen',
  EXPERT: `expert | analyst | professor | fellow | researcher | scholar | scientist | political scientist | economist | historian | political analyst |
    prof. | dr. | sociologist | lecturer | strategist | specialist | political expert | physicist | climatologist | epidemiologist | academic | research fellow`,
  BUSINESS:
    'ceo | chief executive | chief executive officer | cfo | coo | chief financial officer | founder | co-founder | owner | entrepreneur | businessman | businesswoman | partner | executive | investor | banker',
  JUDGE: 'judge | justice | chief justice | magistrate',
  LAWYER: 'lawyer | attorney | prosecutor | counsel | district attorney | solicitor | prosecutor general',
  MILITARY: `general | gen. | colonel | col. | major | maj. | captain | capt. | lieutenant | lt. | admiral | adm. | commander | sergeant | sgt. | marshal | officer | commander-in-chief |
    chief of staff | major general | lieutenant general | brigadier general | rear admiral | vice admiral | lieutenant colonel | soldier | veteran`,
  POLICE: 'sheriff | police chief | detective | inspector',
  REGION:
    'governor | gov. | gov | mayor | lieutenant governor | councilman | councilwoman | councilor | councillor | alderman | first minister',
  CLERGY:
    'pope | bishop | archbishop | cardinal | patriarch | rabbi | pastor | rev. | reverend | ayatollah | imam | priest',
  CANDIDATE:
    'candidate | nominee | contender | front-runner | frontrunner | hopeful | presidential candidate | running mate | challenger | rival',
  JOURNALIST:
    'reporter | journalist | editor | editor-in-chief | columnist | correspondent | anchor | host | commentator | author | writer | blogger | moderator | producer',
  LEADER: 'leader',
  PARTY:
    'party leader | party chairman | activist | opposition leader | campaign manager | campaign chairman | adviser | advisor | strategist | aide | operative | pollster | consultant | donor',
  ORGANIZER: `chairman | chairwoman | chair | chairperson | director | director general | head | chief | president and ceo | manager | secretary-general | secretary general | general secretary |
    coordinator | commissioner | high representative | executive director | managing director | vice chairman | deputy head | deputy chairman | co-chair | co-chairman | administrator | dean |
    deputy director | chief economist | treasurer | member | official | coach | organizer | trustee`,
  WORKER: `wife | husband | mother | father | sister | brother | daughter | son | girlfriend | boyfriend | aunt | uncle | grandmother | grandfather | niece | nephew | doctor | nurse | teacher | farmer | fisherman | driver | pilot | mechanic | engineer | builder | baker | chef | butcher | skipper | sailor | miner |
    student | pupil | singer | actor | actress | artist | musician | painter | poet | novelist | photographer | filmmaker | player | striker | goalkeeper | keeper |
    defender | midfielder | trainer | referee | champion | surgeon | psychologist | psychiatrist | therapist | biologist | chemist | geologist | astronomer |
    meteorologist | forecaster | archaeologist | librarian | curator | architect | designer | programmer | developer | hacker | clerk | accountant | trader | broker |
    firefighter | paramedic | shopkeeper | landlord | tenant | neighbour | neighbor | witness | victim | defendant | suspect | plaintiff | survivor | resident |
    refugee | migrant | volunteer | protester | whistleblower | lobbyist | widow | widower | climber | swimmer | runner | cyclist | golfer | skier | boxer | dancer |
    vet | veterinarian | dentist | pharmacist | plumber | electrician | carpenter | beekeeper | gardener | herder | shepherd | brewer | winemaker | trucker`,
  OFFICIAL:
    'vice president | first lady | bureaucrat | civil servant | politician | statesman | dissident | lady | undersecretary | assistant secretary | commissioner general',
};

const classOf = new Map<string, RoleClass>();
for (const [name, heads] of Object.entries(CLASSES)) {
  for (const head of phraseSet(heads)) if (!classOf.has(head)) classOf.set(head, name as RoleClass);
}

/** Longest role of several words, in words. */
export const MAX_ROLE_WORDS = 3;

/** All roles, in lower case, singular. */
export const ROLE_HEADS: readonly string[] = [...classOf.keys()];

/** In lower case, singular. */
export function roleClassOf(head: string): RoleClass | null {
  return classOf.get(head) ?? null;
}

const POLITICIANS: readonly RoleClass[] = [
  'CANDIDATE',
  'GOVERNMENT',
  'LEGISLATOR',
  'MINISTER',
  'OFFICIAL',
  'PARTY',
  'PRESIDENT',
  'REGION',
];
/** Nouns that stand for people of more classes than their own. */
const WIDE: ReadonlyMap<string, readonly RoleClass[]> = new Map<string, readonly RoleClass[]>([
  ['politician', POLITICIANS],
  ['leader', ['LEADER', 'PRESIDENT', 'GOVERNMENT', 'MONARCH', 'PARTY', 'CLERGY']],
  ['president', ['PRESIDENT', 'LEADER']],
  [
    'official',
    [
      'DIPLOMAT',
      'MINISTER',
      'OFFICIAL',
      'ORGANIZER',
      'SPOKESPERSON',
      'GOVERNMENT',
      'REGION',
      'MILITARY',
      'POLICE',
    ],
  ],
  ['diplomat', ['DIPLOMAT', 'MINISTER', 'SPOKESPERSON']],
  ['expert', ['EXPERT']],
  ['analyst', ['EXPERT']],
  ['specialist', ['EXPERT']],
  ['head', ['ORGANIZER', 'MINISTER']],
  ['chief', ['ORGANIZER', 'MINISTER', 'POLICE']],
  ['minister', ['MINISTER']],
  ['statesman', POLITICIANS],
  ['candidate', ['CANDIDATE']],
  ['officer', ['MILITARY', 'POLICE']],
]);

/** Nouns of classes in which one does not stand for another: "the farmer" is no teacher. */
export function meansOnlyItself(head: string): boolean {
  return roleClassOf(head) === 'WORKER';
}

/** The classes of people that a noun with "the" may stand for. */
export function classesOfNoun(head: string): readonly RoleClass[] {
  const own = roleClassOf(head);
  return WIDE.get(head) ?? (own === null ? [] : [own]);
}

/** Words before the head of a role that belong to it. */
export const ROLE_MODIFIERS: ReadonlySet<string> = wordSet(`
first second third deputy vice assistant associate acting interim senior junior chief principal executive managing general prime foreign
defense defence interior finance justice economy energy trade education health transport agriculture labor press permanent special honorary
presidential vice-presidential political military research visiting distinguished lead leading top federal district supreme state union
national security policy campaign communications nuclear disarmament nonproliferation adjunct emeritus staff parliamentary majority minority
house senate duma congressional police city county town hall communications-director co founding editorial sports independent veteran under
homeland treasury commerce home development environment culture climate cabinet opposition human rights crown grand intelligence army navy
committee economic financial legal medical digital technology marketing operating information budget planning central board court appeals`);
/** Of those, what says that the office is not held any more, or not yet. */
export const NO_LONGER: ReadonlySet<string> = wordSet('former ex late ex- onetime one-time then-');
/** Adjectives around a role that are no part of it. */
export const LOOSE_ADJECTIVES: ReadonlySet<string> = wordSet(
  'former ex late outgoing incoming current new newly veteran prominent leading influential well-known longtime long-time onetime then top ex- fellow own',
);

/** Forms of address and ranks that stand before a name only, with a period or without. */
export const COURTESY: ReadonlyMap<string, 'FEMALE' | 'MALE' | null> = new Map([
  ['mr.', 'MALE'],
  ['mr', 'MALE'],
  ['mrs.', 'FEMALE'],
  ['mrs', 'FEMALE'],
  ['ms.', 'FEMALE'],
  ['ms', 'FEMALE'],
  ['miss', 'FEMALE'],
  ['sir', 'MALE'],
  ['lady', 'FEMALE'],
  ['lord', 'MALE'],
  ['dr', null],
  ['madame', 'FEMALE'],
  ['mme', 'FEMALE'],
  ['frau', 'FEMALE'],
  ['señora', 'FEMALE'],
  ['dame', 'FEMALE'],
  ['baroness', 'FEMALE'],
  ['herr', 'MALE'],
  ['señor', 'MALE'],
  ['monsieur', 'MALE'],
  ['sheikh', 'MALE'],
  ['sheik', 'MALE'],
  ['shri', 'MALE'],
  ['maître', null],
  ['doctor', null],
]);

/** Roles of one gender. */
export const ROLE_GENDER: ReadonlyMap<string, 'FEMALE' | 'MALE'> = new Map([
  ...[
    ...wordSet(
      'spokesman chairman congressman king prince businessman councilman assemblyman emperor pope sultan emir priest fisherman widower husband father brother son boyfriend uncle grandfather nephew',
    ),
  ].map((word) => [word, 'MALE'] as const),
  ...[
    ...wordSet(
      'spokeswoman chairwoman congresswoman queen princess businesswoman councilwoman actress widow wife mother sister daughter girlfriend aunt grandmother niece',
    ),
  ].map((word) => [word, 'FEMALE'] as const),
]);

/** Roles with a seat in a chamber: they make a member, and no office. */
export const SEAT_ROLES: ReadonlySet<string> = phraseSet(
  'senator | sen. | rep. | congressman | congresswoman | lawmaker | legislator | deputy | mp | parliamentarian | member | representative | member of parliament | state senator | duma deputy',
);
/** Roles that name no office: they describe. */
export const NO_OFFICE: ReadonlySet<string> = phraseSet(
  `expert | analyst | politician | statesman | lawmaker | legislator | candidate | contender | hopeful | rival | challenger | scholar | scientist | diplomat | official |
  economist | historian | activist | donor | author | writer | blogger | commentator | veteran | soldier | entrepreneur | businessman | businesswoman | investor | lawyer |
  dr. | prof. | academic | researcher | political analyst | political scientist | political expert | specialist | physicist | sociologist | leader | operative |
  front-runner | frontrunner | nominee | presidential candidate | strategist | consultant | partner | executive | banker | officer | aide | lady | critic | supporter |
  epidemiologist | climatologist | dissident | bureaucrat | civil servant | owner | founder | co-founder | journalist | reporter | member`,
);
