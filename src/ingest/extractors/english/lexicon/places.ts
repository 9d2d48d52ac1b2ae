import { phraseSet, table, wordSet } from './words.ts';

/** Buildings, streets and districts that stand for a government, to the code of its country. */
export const SEATS: ReadonlyMap<string, string> = table(`
Kremlin:RU | White House:US | Foggy Bottom:US | Capitol Hill:US | Pentagon:US | Downing Street:GB | 10 Downing Street:GB | Whitehall:GB |
Westminster:GB | Élysée:FR | Elysee:FR | Elysée:FR | Élysée Palace:FR | Elysee Palace:FR | Quai d’Orsay:FR | Quai d'Orsay:FR | Blue House:KR |
Casa Rosada:AR | Quirinal:IT | Palazzo Chigi:IT | Zhongnanhai:CN | Rashtrapati Bhavan:IN | Planalto Palace:BR | Planalto:BR | Moncloa:ES | Miraflores Palace:VE | Aso Villa:NG | Union Buildings:ZA | Malacañang:PH |
Merdeka Palace:ID | Ak Orda:KZ | Bankova Street:UA | Matignon:FR | Belém Palace:PT | Prague Castle:CZ | Smolenskaya Square:RU | Bankova:UA`);
export const STATES: ReadonlySet<string> = phraseSet(`
Alabama | Alaska | Arizona | Arkansas | California | Colorado | Connecticut | Delaware | Florida | Hawaii | Idaho | Illinois | Indiana | Iowa |
Kansas | Kentucky | Louisiana | Maine | Maryland | Massachusetts | Michigan | Minnesota | Mississippi | Missouri | Montana | Nebraska | Nevada |
New Hampshire | New Jersey | New Mexico | New York | North Carolina | North Dakota | Ohio | Oklahoma | Oregon | Pennsylvania | Rhode Island |
South Carolina | South Dakota | Tennessee | Texas | Utah | Vermont | Virginia | Washington State | West Virginia | Wisconsin | Wyoming`);
/** As they stand after a name: "(D-Ohio)", "(R-Tex.)", "(R-S.C.)". */
export const STATE_SHORT: ReadonlyMap<string, string> = table(`
Ala.:Alabama | AL:Alabama | AK:Alaska | Ariz.:Arizona | AZ:Arizona | Ark.:Arkansas | AR:Arkansas | Calif.:California | CA:California |
Colo.:Colorado | CO:Colorado | Conn.:Connecticut | CT:Connecticut | Del.:Delaware | DE:Delaware | Fla.:Florida | FL:Florida | Ga.:Georgia |
GA:Georgia | Georgia:Georgia | HI:Hawaii | ID:Idaho | Ill.:Illinois | IL:Illinois | Ind.:Indiana | IN:Indiana | IA:Iowa | Kan.:Kansas |
KS:Kansas | Ky.:Kentucky | KY:Kentucky | La.:Louisiana | LA:Louisiana | ME:Maine | Md.:Maryland | MD:Maryland | Mass.:Massachusetts |
MA:Massachusetts | Mich.:Michigan | MI:Michigan | Minn.:Minnesota | MN:Minnesota | Miss.:Mississippi | MS:Mississippi | Mo.:Missouri |
MO:Missouri | Mont.:Montana | MT:Montana | Neb.:Nebraska | NE:Nebraska | Nev.:Nevada | NV:Nevada | N.H.:New Hampshire | NH:New Hampshire |
N.J.:New Jersey | NJ:New Jersey | N.M.:New Mexico | NM:New Mexico | N.Y.:New York | NY:New York | N.C.:North Carolina | NC:North Carolina |
N.D.:North Dakota | ND:North Dakota | OH:Ohio | Okla.:Oklahoma | OK:Oklahoma | Ore.:Oregon | OR:Oregon | Pa.:Pennsylvania | PA:Pennsylvania |
R.I.:Rhode Island | RI:Rhode Island | S.C.:South Carolina | SC:South Carolina | S.D.:South Dakota | SD:South Dakota | Tenn.:Tennessee |
TN:Tennessee | Tex.:Texas | TX:Texas | UT:Utah | Vt.:Vermont | VT:Vermont | Va.:Virginia | VA:Virginia | Wash.:Washington State |
WA:Washington State | W.Va.:West Virginia | WV:West Virginia | Wis.:Wisconsin | WI:Wisconsin | Wyo.:Wyoming | WY:Wyoming`);

export const PLACES: ReadonlySet<string> = phraseSet(`
Africa | Asia | New England | Nova Scotia | New Brunswick | British Columbia | Oval Office | St. Louis | St. Paul | St. Gallen | St. Moritz | Vatican | Europe | Latin America | North America | South America | Central America | Central Asia | Central Europe | Eastern Europe |
Western Europe | Southeast Asia | Middle East | Near East | Far East | Balkans | Baltics | Caucasus | South Caucasus | North Caucasus | Arctic |
Antarctic | Persian Gulf | Black Sea | Baltic Sea | South China Sea | Mediterranean | Red Sea | Caspian Sea | Atlantic | Pacific | Indian Ocean |
Strait of Hormuz | Crimea | Donbass | Donbas | Donetsk | Lugansk | Luhansk | Nagorno-Karabakh | Karabakh | Transnistria | Abkhazia | South Ossetia |
Siberia | Chechnya | Dagestan | Tatarstan | Kurdistan | Gaza | Gaza Strip | West Bank | Golan Heights | Kashmir | Xinjiang | Tibet | Catalonia |
Scotland | Wales | England | Northern Ireland | Bavaria | Quebec | Ontario | Idlib | Aleppo | Mosul | Kandahar | Sevastopol | St. Petersburg |
Saint Petersburg | Vladivostok | Kaliningrad | Sochi | Kazan | Yekaterinburg | Novosibirsk | Kharkiv | Odessa | Odesa | Lviv | Mariupol |
Chicago | Los Angeles | San Francisco | Houston | Dallas | Philadelphia | Boston | Miami | Atlanta | Seattle | Detroit | Denver | Las Vegas |
Baltimore | Cleveland | Phoenix | San Diego | San Antonio | Austin | New Orleans | Milwaukee | Minneapolis | Pittsburgh | Charleston | Orlando |
Tampa | Des Moines | New York City | Manhattan | Brooklyn | Silicon Valley | Wall Street | Guantanamo | Guantanamo Bay | Geneva | Zurich | Munich |
Frankfurt | Hamburg | Cologne | Bonn | Milan | Naples | Venice | Turin | Barcelona | Lyon | Marseille | Strasbourg | Antwerp | Rotterdam | Davos |
Manchester | Birmingham | Liverpool | Edinburgh | Glasgow | Belfast | Cambridge | Oxford | Istanbul | Dubai | Jeddah | Mecca | Shanghai | Hong Kong |
Shenzhen | Guangzhou | Wuhan | Mumbai | Kolkata | Karachi | Lahore | Sydney | Melbourne | Toronto | Montreal | Vancouver | Sao Paulo |
Rio de Janeiro | Johannesburg | Cape Town | Lagos | Casablanca | Singapore | Kuwait City | Mexico City | Panama City | Kingston | Georgetown`);

/** The last or first word of the name of a place. */
export const PLACE_HEADS: ReadonlySet<string> = phraseSet(
  `City | County | Island | Islands | River | Lake | Mountain | Mountains | Sea | Ocean | Gulf | Bay | Strait | Peninsula | Valley | Province |
Region | Oblast | Street | Avenue | Road | Square | Airport | Bridge | Beach | Hills | Desert | Canal | Port | Mount | Fort | Cape | Palace | Park |
Town | Village | Stadium | Arena | Tower | Hotel | Lodge | Plaza | Gardens | Garden | District | Territory | Heights | Coast`,
);

/** Kinds of place that are never a name alone. */
export const COMPASS: ReadonlySet<string> = phraseSet(
  'North | South | East | West | Northern | Southern | Eastern | Western | Central',
);
/** Nouns that stand with the name of a place: "the port of Bergen", "the Bergen region". */
export const PLACE_NOUNS: ReadonlySet<string> = wordSet(`
city town village port island region province district county peninsula valley municipality suburb outskirts harbour harbor capital prefecture
state governorate settlement hamlet resort border ferry train flight road bus bridge motorway highway way streets oblast coast`);
