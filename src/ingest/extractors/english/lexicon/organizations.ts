import { phraseSet, table, wordSet } from './words.ts';

/** Words that an organization's name ends or begins with, with a capital. */
export const ORGANIZATION_HEADS: ReadonlySet<string> = wordSet(`
Academy Administration Agency Alliance Army Assembly Association Authority Bank Board Broadcasting Brigade Bureau Cabinet Campaign Caucus Center
Centre Chamber Church Club Coalition College Commission Committee Company Confederation Congress Consortium Cooperative Corporation Corps
Council Court Department Directorate Division Duma Embassy Enterprise Executive Federation Fleet Force Forces Foundation Front Fund
Government Group Guard Guards Headquarters Holding Holdings Hospital House Inc Inc. Industries Institute Institution Institutions
International Knesset Laboratories Laboratory League Legislature Ltd Ltd. LLC LLP Corp Corp. Co. Ministry Mission Movement Museum Navy
Network Office Rovers Wanderers Athletic Hotspur FC AC FIFA UEFA Organisation Organization Parliament Partners Partnership Party Police Politburo Project Rada Reserve School Secretariat
Senate Service Services Society Staff Studio Studios Subcommittee Superpac Syndicate Synod Systems Team Treasury Tribunal Trust Union
University Bundestag Bundesrat Majlis Sejm Verkhovna Labs Communications Publishers Research Partners Securities Entertainment Pictures Pharma Insurance Logistics Telecom Media Airlines Airways Motors Technologies Pharmaceuticals PAC GmbH AG plc PLC
Capital Credit Minerals Energy Petroleum Resources Mining Steel Securities Investments Management Consulting Analytics Insurance Financial Logistics
Motor Shipping Telecom Software Solutions Pharma Biotech Therapeutics Ventures Equity Advisors Economics Research Electric Foods Semiconductor
Semiconductors Chemicals Aerospace Aviation Savings Brewing Brewery Hotels Retail`);

/** What ends the names of companies, which stand without an article. */
export const COMPANY_ENDS: ReadonlySet<string> = wordSet(
  'Inc Inc. Corp Corp. Ltd Ltd. Co Co. LLC LLP AG GmbH plc PLC SA NV SE Holdings Industries Motor Motors Airlines Airways',
);
/** Of those, what says the legal form. */
export const LEGAL_FORMS: ReadonlySet<string> = wordSet(
  'Inc Inc. Corp Corp. Ltd Ltd. Co Co. LLC LLP AG GmbH plc PLC',
);

/** Of those, the ones whose names go on with "of", "on" or "for". */
export const GOES_ON: ReadonlySet<string> = wordSet(`
Academy Agency Alliance Assembly Association Bank Board Bureau Center Centre Chamber Chambers Church Coalition College Commission Committee
Confederation Congress Council Court Department Directorate Division Federation Force Forces Foundation Front Fund Group House Houses Institute
League Ministry Movement Office Organisation Organization Partnership Party School Secretariat Service Society Subcommittee Treaty Union
University Agreement Accord Convention Protocol Pact Charter Institution Laboratory Museum Union Commonwealth Daughters Sons Knights Bureau
Republic Kingdom Conference Summit Battle War Siege`);

/** Bodies of a state: the adjective before them is the state's, not a part of their name. */
export const STATE_BODIES: ReadonlySet<string> = wordSet(`
Administration Army Assembly Cabinet Chamber Congress Council Court Department Duma Embassy Fleet Force Forces Government Guard House Knesset
Legislature Mission Ministry Navy Office Parliament Police Politburo Senate Service Staff Treasury Bundestag Rada Majlis Sejm Reserve Attorney`);

/** Of those, what others have as well: the adjective is the state's only where all other words say no more than what it is. */
export const SHARED_BODIES: ReadonlySet<string> = wordSet('Assembly Chamber Congress Council Service Office');

/** Chambers of a parliament: who sits in one is a lawmaker. */
export const CHAMBERS: ReadonlySet<string> = phraseSet(`
Senate | House | House of Representatives | House of Commons | House of Lords | State Duma | Duma | Parliament | Congress |
Bundestag | Bundesrat | Verkhovna Rada | Rada | Knesset | National Assembly | Majlis | Sejm | Riksdag | Folketing | Lok Sabha | Rajya Sabha |
Diet | Mazhilis | Saeima | Seimas | Eduskunta | Storting | Riigikogu | Oireachtas | Dáil | Skupština | Sobranie | Jogorku Kenesh | Milli Majlis |
Oliy Majlis | Cortes | Landtag | Tweede Kamer | Bundestag | Chamber of Deputies | European Parliament | Supreme Council | Legislative Assembly | State Assembly`);

/** Names of organizations that no rule on their words would tell. */
export const ORGANIZATIONS: ReadonlyMap<string, string> = table(`
NATO:NATO | North Atlantic Treaty Organization:NATO | United Nations:United Nations | UN:United Nations | U.N.:United Nations |
European Union:European Union | EU:European Union | E.U.:European Union | OSCE:OSCE | OPEC:OPEC | OPEC+:OPEC+ | WTO:WTO | IMF:International Monetary Fund |
International Monetary Fund:International Monetary Fund | World Bank:World Bank | WHO:World Health Organization | IAEA:IAEA | G7:G7 | G8:G8 | G20:G20 |
BRICS:BRICS | ASEAN:ASEAN | CSTO:CSTO | CIS:CIS | EAEU:Eurasian Economic Union | UNESCO:UNESCO | UNICEF:UNICEF | CIA:CIA | FBI:FBI | NSA:NSA |
Supreme Court:Supreme Court | GOP:Republican Party | RNC:Republican National Committee | DNC:Democratic National Committee | Taliban:Taliban |
Hamas:Hamas | Hezbollah:Hezbollah | Islamic State:Islamic State | ISIS:Islamic State | ISIL:Islamic State | Daesh:Islamic State | Al-Qaeda:Al-Qaeda |
al-Qaeda:Al-Qaeda | Al Qaeda:Al-Qaeda | al Qaeda:Al-Qaeda | al-Qaida:Al-Qaeda | Security Council:UN Security Council | Scotland Yard:Scotland Yard |
Twitter:Twitter | Facebook:Facebook | Google:Google | Microsoft:Microsoft | Apple:Apple | Amazon:Amazon | Gazprom:Gazprom | Rosneft:Rosneft |
Boeing:Boeing | Goldman Sachs:Goldman Sachs | Disney:Disney | Tesla:Tesla | Samsung:Samsung | Toyota:Toyota | Siemens:Siemens | Volkswagen:Volkswagen | Shell:Shell | Lukoil:Lukoil | Huawei:Huawei | Alibaba:Alibaba | Tencent:Tencent | Netflix:Netflix | YouTube:YouTube | Instagram:Instagram | Telegram:Telegram | Sberbank:Sberbank | Aramco:Aramco | African Union:African Union | United Russia:United Russia | Likud:Likud | Fidesz:Fidesz | Law and Justice:Law and Justice | Civic Platform:Civic Platform | Kuomintang:Kuomintang | Podemos:Podemos | Syriza:Syriza | Arab League:Arab League | ECOWAS:ECOWAS | Mercosur:Mercosur | UNHCR:UNHCR | WFP:World Food Programme | Eurasian Economic Union:Eurasian Economic Union | World Health Organization:World Health Organization | European Commission:European Commission | Shanghai Cooperation Organization:Shanghai Cooperation Organization | SCO:Shanghai Cooperation Organization | Airbus:Airbus | Planned Parenthood:Planned Parenthood | Tea Party:Tea Party | Red Cross:Red Cross | Greenpeace:Greenpeace |
Amnesty International:Amnesty International | Human Rights Watch:Human Rights Watch | Democratic Party:Democratic Party | Republican Party:Republican Party |
Federal Reserve:Federal Reserve | Fed:Federal Reserve | Interpol:Interpol | Europol:Europol | Mossad:Mossad | Congress:Congress | Senate:Senate |
House of Representatives:House of Representatives | Harvard:Harvard University | Yale:Yale University | Princeton:Princeton University`);

/** Parties by the adjective that stands for them before a noun. */
export const PARTY_ADJECTIVES: ReadonlyMap<string, string> = table(
  'Republican:Republican Party | Democratic:Democratic Party | Democrat:Democratic Party | GOP:Republican Party | Labour:Labour Party | Tory:Conservative Party',
);
export const PARTY_LETTERS: ReadonlyMap<string, string> = table('R:Republican Party | D:Democratic Party');

/** Words in the names of papers, agencies, channels and sites. */
export const OUTLET_WORDS: ReadonlySet<string> = wordSet(`
Times Post News Herald Tribune Gazette Guardian Telegraph Journal Chronicle Observer Daily Independent Mirror Sun Globe Examiner Inquirer
Dispatch Ledger Wire Argus Advertiser Monitor Weekly Bulletin Press Broadcasting Radio TV Television Magazine Mail Standard Star Register Courant Record Review Register Sentinel Courier Echo`);
/** Of those, the ones that make an outlet of whatever stands before them. */
export const SURE_OUTLET_WORDS: ReadonlySet<string> = wordSet(
  'Gazeta Zeitung Tageszeitung Shimbun Novosti Pravda Dagblad Dagbladet Tidning Tidende Giornale Corriere Diario Jornal Noticias Nachrichten Rundschau Courrier Zhurnal Ukrainska Times Post News Herald Tribune Gazette Telegraph Chronicle Broadcasting TV Television Magazine Courant Radio Newspaper',
);
export const OUTLETS: ReadonlySet<string> = phraseSet(`
TASS | Reuters | AFP | Interfax | Xinhua | Bloomberg | BBC | CNN | NBC | ABC | CBS | MSNBC | CNBC | NPR | PBS | Fox News | Fox | RT | Sputnik |
RIA Novosti | Associated Press | AP | Agence France-Presse | Deutsche Welle | DPA | Kyodo | Yonhap | Anadolu | IRNA | Al Jazeera | Al-Jazeera |
Al Arabiya | Der Spiegel | Die Welt | Die Zeit | Bild | Le Monde | Le Figaro | El Pais | El País | La Repubblica | Corriere della Sera | Kommersant |
Vedomosti | Rossiyskaya Gazeta | Nezavisimaya Gazeta | Novaya Gazeta | Financial Times | Wall Street Journal | New York Times | Washington Post |
USA Today | Newsweek | Politico | Guardian | Economist | Haaretz | Axios | Time | Breitbart | Huffington Post | BuzzFeed | Vox | Slate | Salon |
The Hill | Daily Beast | Daily Caller | National Review | New Yorker | Atlantic | Meet the Press | Face the Nation | Fox Business | Univision`);
/** Nouns that, with "the", point back to an outlet. */
export const OUTLET_NOUNS: ReadonlySet<string> = wordSet(
  'paper newspaper daily agency outlet channel broadcaster magazine website site station network publication tabloid portal',
);
/** Nouns that, with "the", point back to an organization, and the words of a name that they fit. */
export const ORGANIZATION_NOUNS: ReadonlyMap<string, string> = table(`
committee:Committee Subcommittee | commission:Commission | council:Council | ministry:Ministry | institute:Institute | university:University |
party:Party | company:Inc Inc. Corp Corp. Company Corporation Ltd Group Motors Industries Airlines Co. LLC Technologies Holdings plc AG GmbH |
firm:Inc Inc. Corp Corp. Company Corporation Ltd Group Partners LLP LLC | corporation:Corporation Corp Corp. | bank:Bank |
foundation:Foundation | agency:Agency | department:Department | court:Court Tribunal | senate:Senate | house:House | fund:Fund |
association:Association | union:Union | think tank:Institute Institution Center Centre Council | alliance:NATO Alliance | bloc:Union EU |
organization:Organization Organisation Association Foundation | center:Center Centre | club:Club | bureau:Bureau | board:Board`);
/** Nouns before the name of an organization, or after a comma behind it. */
export const BODY_NOUNS: ReadonlySet<string> = wordSet(`
firm company group startup start-up maker manufacturer chain retailer bank club team union party agency pollster broker brokerage insurer carrier
airline operator provider supplier publisher developer conglomerate charity nonprofit non-profit ngo watchdog regulator foundation association
movement militia alliance cooperative newspaper daily broadcaster channel magazine website outlet lender utility contractor giant subsidiary
institute organization organisation bookmaker carmaker automaker drugmaker`);
/** Words that say what a body of a state is, and not which. */
export const GENERIC: ReadonlySet<string> = wordSet(`
Foreign Defense Defence Interior Finance Justice Economy Economic Energy Trade Education Health Transport Agriculture Culture Labor Labour Emergency
Security National State Supreme Central Constitutional Upper Lower Federal High General Senate Parliament Congress Cabinet Government Army Navy
Ministry Court Council Bank Embassy Department Assembly Police Treasury Administration Commission Committee Office Affairs of and for the Foreign
Election Electoral Central Intelligence Service Forces Armed Air Force Guard Border Customs Anti-Corruption Prosecutor Environment Development
Commerce Industry Information Communications Railways Tourism Sports Science Exchequer Statistics`);
/** First words of the names of parts of an organization. */
export const COMMITTEES: ReadonlySet<string> = wordSet(
  'Committee Subcommittee Commission Department Directorate Division Office Bureau Board Center Centre Institute Faculty School Council',
);
/** Chambers whose names by themselves are words of another meaning, or of every state. */
export const PLAIN_CHAMBERS: ReadonlySet<string> = phraseSet(
  'House | Diet | Parliament | National Assembly | Supreme Council',
);
/** Organizations whose heads are experts. */
export const LEARNED: ReadonlySet<string> = wordSet(
  'Institute Institution Center Centre University Academy School College Foundation Laboratory Society',
);

/** More words of the names of bodies of states, which make no name by themselves. */
const OF_STATES: ReadonlySet<string> = wordSet(
  "Federation Legislative Regional Provincial City County People Deputies Ministers Privy Secret Social Civil the in - ' 's",
);

/** Whether the words of a name are those of the body of a state: "Foreign Ministry", but not "Automakers Council". */
export function isOfState(words: readonly string[]): boolean {
  if (words.some((word) => STATE_BODIES.has(word) && !SHARED_BODIES.has(word))) return true;
  if (!words.some((word) => SHARED_BODIES.has(word))) return false;
  return (
    CHAMBERS.has(words.join(' ')) ||
    words.every((word) => SHARED_BODIES.has(word) || GENERIC.has(word) || OF_STATES.has(word))
  );
}
