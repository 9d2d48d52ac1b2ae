import { countries } from 'countries-list';
import { DEMONYMS } from './demonyms.ts';
import { phraseSet, table } from './words.ts';

export interface Country {
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly qid: string | null;
  readonly capital: string;
}

const QIDS = table(
  'RU:Q159 | US:Q30 | IR:Q794 | KP:Q423 | AF:Q889 | DE:Q183 | FR:Q142 | GB:Q145 | CN:Q148 | UA:Q212 | TR:Q43 | JP:Q17',
);
const CAPITAL_QIDS = table('RU:Q649 | US:Q61 | DE:Q64 | FR:Q90 | GB:Q84 | CN:Q956');
/** Names that the press uses beside those of the table; some names of the table are better known by others. */
const PRESS_NAMES = table(`
U.S.:US | U.S.A.:US | U.K.:GB | Islamic Republic of Iran:IR | Democratic People’s Republic of Korea:KP | People’s Republic of China:CN |
PRC:CN | ROK:KR | Turkey:TR | Türkiye:TR | Palestinian Authority:PS | Congo:CD | Bosnia:BA | UAE:AE | Federal Republic of Germany:DE |
Kingdom of Saudi Arabia:SA | Islamic Republic of Pakistan:PK | Republic of Korea:KR | Czechia:CZ | Czech Republic:CZ | Ivory Coast:CI`);
const USUAL_NAMES = table('TR:Turkey | VA:Vatican City | CZ:Czech Republic');
/** Former names, and those that mean something else more often. */
const UNUSED =
  phraseSet(`Formosa | Persia | Siam | Ceylon | Gold Coast | Holland | Macedonia | Rhodesia | Zaire | Southern Rhodesia |
Upper Volta | Abyssinia | French Sudan | East Pakistan | Dutch East Indies | Jersey | Guernsey | Reunion | Myanmar (Burma)`);
/** Capitals as the press names them where the table has another seat, or another spelling. */
const CAPITAL_NAMES = table(`
US:Washington | UA:Kyiv | MN:Ulaanbaatar | BR:Brasilia | MD:Chisinau | CO:Bogota | CM:Yaounde | PY:Asuncion | CR:San Jose | LK:Colombo | IL:Jerusalem`);
const CAPITAL_ALIASES = table(`
Kiev:UA | Washington D.C.:US | Washington, D.C.:US | Washington, DC:US | Washington DC:US | Brasília:BR | Tel Aviv:IL | The Hague:NL |
Nursultan:KZ | Nur-Sultan:KZ | Ulan Bator:MN | Peking:CN | Delhi:IN | Chișinău:MD | Bogotá:CO`);
/** Capitals whose names are as often those of other places, or of people. */
const AMBIGUOUS_CAPITALS =
  phraseSet(`Georgetown | Victoria | Hamilton | Kingston | Stanley | Jamestown | Alofi | Santiago | Sucre | Male |
Malé | Nassau | Roseau | Plymouth | Basseterre | Saint-Denis | Saint Helier | Douglas | The Valley | Saint Pierre | Willemstad | Singapore |
Luxembourg | Monaco | Djibouti | Gibraltar | Kuwait City | Panama City | Mexico City | Guatemala City | Vatican City | Victoria`);
/** Cities that share a table row with a capital but are another city: "Tel Aviv" stands for Israel as its capital does. */
const OTHER_SEATS = phraseSet('Tel Aviv | The Hague');

const byCode = new Map<string, Country>();
const byName = new Map<string, Country>();
const byCapital = new Map<string, Country>();

for (const [code, { name, capital, ...rest }] of Object.entries(countries)) {
  const listed = 'alias' in rest ? rest.alias : [];
  const own = [name, ...listed, ...[...PRESS_NAMES].filter(([, of]) => of === code).map(([alias]) => alias)];
  const usual = USUAL_NAMES.get(code) ?? name;
  const used = own.filter((each) => !UNUSED.has(each));
  const country: Country = {
    code,
    name: usual,
    aliases: [...new Set(used)].filter((each) => each !== usual),
    qid: QIDS.get(code) ?? null,
    capital: CAPITAL_NAMES.get(code) ?? capital,
  };
  byCode.set(code, country);
  for (const each of [usual, ...used]) if (!UNUSED.has(each)) byName.set(each.replaceAll('’', "'"), country);
  if (country.capital !== '' && !AMBIGUOUS_CAPITALS.has(country.capital))
    byCapital.set(country.capital, country);
}
for (const [city, code] of CAPITAL_ALIASES) {
  const country = byCode.get(code);
  if (country !== undefined) byCapital.set(city, country);
}

/** All names of countries, and of the cities from which they are governed. */
export const COUNTRY_WORDS: readonly string[] = [...byName.keys(), ...byCapital.keys()];

export function countryOfCode(code: string): Country | null {
  return byCode.get(code) ?? null;
}

/** Capitals count: "us" is a word, "US" a country. */
export function countryNamed(words: string): Country | null {
  return byName.get(words.replaceAll('’', "'")) ?? null;
}

/** Of an adjective with a capital. */
export function countryOfDemonym(word: string): Country | null {
  if (!/^\p{Lu}/u.test(word)) return null;
  return countryOfCode(DEMONYMS.get(word.toLowerCase()) ?? '');
}

const ADJECTIVES: ReadonlyMap<string, string> = new Map(
  [...DEMONYMS]
    .toReversed()
    .map(([adjective, code]) => [code, adjective.replace(/(?:^| )\p{Ll}/gu, (start) => start.toUpperCase())]),
);

/** "Russian" of RU, "US" of US; the name where there is none. */
export function adjectiveOf({ code, name }: Country): string {
  return code === 'US' ? 'US' : (ADJECTIVES.get(code) ?? name);
}

/** The tables have some names with the marks of their own spelling, and some without. */
function withoutMarks(words: string): string {
  return /^\p{ASCII}*$/u.test(words) ? words : words.normalize('NFD').replace(/\p{M}/gu, '');
}

export interface Seat {
  readonly country: Country;
  /** The usual name of the city. */
  readonly city: string;
  readonly qid: string | null;
  readonly isCapital: boolean;
}

/** A capital, or another city from which a country is governed; null for a city that is neither, or may be another place. */
export function capitalNamed(words: string): Seat | null {
  const country = byCapital.get(words) ?? byCapital.get(withoutMarks(words));
  if (country === undefined) return null;
  if (OTHER_SEATS.has(words)) return { country, city: words, qid: null, isCapital: false };
  const city = country.code === 'US' ? 'Washington, D.C.' : country.capital;
  return { country, city, qid: CAPITAL_QIDS.get(country.code) ?? null, isCapital: true };
}
