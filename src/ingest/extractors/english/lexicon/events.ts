import { phraseSet, wordSet } from './words.ts';

export const TREATY_HEADS: ReadonlySet<string> = wordSet(
  'Treaty Agreement Agreements Accord Accords Pact Convention Protocol Protocols Charter Covenant Declaration',
);
/** What a treaty is called in print beside its long name. */
export const TREATIES: ReadonlySet<string> = phraseSet(`
New START | START I | START II | START III | SALT I | SALT II | INF | NPT | CTBT | JCPOA | NAFTA | USMCA | Maastricht Treaty | Minsk Agreements |
Minsk agreements | Open Skies | Trans-Pacific Partnership | Kyoto Protocol | Iran nuclear deal | Iran deal`);
/** Names of events that no rule on their words would tell. */
export const EVENTS: ReadonlySet<string> = phraseSet(
  'World War I | World War II | World War One | World War Two | First World War | Second World War | Cold War | World Cup | Holocaust | Brexit | Euromaidan | Arab Spring',
);
export const EVENT_HEADS: ReadonlySet<string> = wordSet(
  'Summit Conference Forum Games Olympics War Battle Revolution Election Elections Uprising Crisis Festival Cup Championship Exhibition Inauguration Massacre Congress Debate Caucuses Primary Shield Trophy Marathon Derby Prix',
);
/** Nouns for something that takes place, in lower case. */
export const EVENT_NOUNS: ReadonlySet<string> = wordSet(
  'talks summit conference meeting negotiations consultations forum election elections referendum exercises drills debate ceremony hearing',
);
/** What goes on over time: "the Norland peace process". */
export const PROCESS_NOUNS: ReadonlySet<string> = phraseSet(
  'peace process | peace talks | civil war | war | crisis',
);

/** Words with a capital that name no entity of the graph. */
export const NO_ENTITY: ReadonlySet<string> = wordSet(`
January February March April May June July August September October November December Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sep. Sept. Oct. Nov. Dec.
Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Wed Thu Fri Sat Sun Christmas
Easter Thanksgiving Ramadan Islam Islamic Muslim Muslims Christian Christians Christianity Jewish Jews Jew Islamist Islamists Jihadist Jihadists Jihad Sharia Latina Latinas Superdelegates Catholic Catholics Protestant Orthodox
Sunni Shia Shiite English Latin Arabic Hebrew Mandarin Internet Web Bible Quran Koran God Lord Western Eastern Northern Southern Northeast
Northwest Southeast Southwest Midwest North South East West Cold COVID-19 Covid COVID Coronavirus HIV AIDS Obamacare Medicare Medicaid Social
Republicans Democrats Liberals Conservatives Tories Communists Socialists Nazi Nazis Marxist Tweet Tweets Photo Video Image Updated Advertisement
OK CEO CFO COO CTO VP PM AM TV DJ USD EUR PhD Ph.D. MP MPs BA MA MBA A.M. P.M. a.m. p.m. EST EDT GMT UTC PT ET Americans Russians Europeans
Chinese Act Bill Amendment Law Code Constitution Nobel Pulitzer Oscar Prize Award Note Read More Here Related Breaking Exclusive Watch Live
Twitterverse Hispanic Hispanics Latino Latinos Asian Asians African-American African-Americans Black Blacks White Whites Arab Arabs Kurd Kurds
Kurdish European African Soviet Caucasian Nordic Baltic Middle-Eastern Mideast Eurasian Atlanticist Slavic States Nations`);
/** The last word of names that are of no type of the graph: laws, prizes, days. */
export const NO_ENTITY_HEADS: ReadonlySet<string> = wordSet(
  'Poll Survey Article Section Chapter Title Act Bill Amendment Law Code Constitution Prize Award Day Eve Week Month Year Doctrine Security Care Plan Program Programme Report Index Era Dream Amendments Rights Medal Order',
);
/** Words that begin a sentence with a capital and are no names even where the tagger says so. */
export const SENTENCE_STARTERS: ReadonlySet<string> = wordSet(`
the a an this that these those he she it they we you i his her its their our your my who what when where why how which if as at by for from in of
on to with without and but or nor so yet while although though because since after before until during under over between among about against
despite according given meanwhile however nevertheless moreover furthermore therefore thus hence also still then now here there today yesterday
tomorrow one two three four five six seven eight nine ten some many most few several both all any each every no not only even just such other
another more less first second third last next earlier later recently currently finally instead indeed perhaps maybe yes oh well unlike like
did does do would could should is was are were has have had dialogue talks relations direct former current experts politicians analysts officials lawmakers diplomats sources senators scientists voters
critics supporters aides reporters speaking asked following citing adding noting answering responding commenting unfortunately additionally
previously once never always often sometimes apparently clearly obviously certainly surely nobody everybody everyone nothing everything
something someone people having being let please thanks thank good great new old top nor whether either neither whoever whatever wherever
peace war trade security sanctions business economic political military nuclear global world international national local state federal public
private upper lower high open free hard easy big small young major minor key main early late long short deputy senior acting chief negotiations`);
