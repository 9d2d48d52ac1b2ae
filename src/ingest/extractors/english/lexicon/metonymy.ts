import { wordSet } from './words.ts';

/** What makes a place of the name behind it. */
export const PLACE_PREPOSITIONS = wordSet(
  'in at near around outside inside through throughout across into via within beyond onto above',
);
/** Verbs and nouns of moving: "to" and "from" behind them lead to a place. */
export const MOTION = wordSet(`
go come fly travel return arrive depart leave head drive move send bring recall summon call visit trip journey flight tour travel march ride walk
ship deliver take transport evacuate deport extradite transfer relocate withdraw escape flee rush hurry commute sail train road route convoy
evacuation arrival departure return route way pipeline line distance mile kilometer km far drive kilometre back home delegation land`);
/** What states have with each other. */
export const TIES = wordSet(`
tie relation relationship talk talks dialogue dialog negotiation negotiations deal agreement treaty conflict standoff confrontation war peace cooperation
contact consultation tension trade dispute rapprochement alliance partnership summit split rift friction rivalry détente détente channel`);
/** What somebody has whose policy it is. */
export const STANCES = wordSet(`
policy position stance interest attitude view approach strategy goal intention plan ambition role influence government leadership opinion decision
behavior reaction response part action hand favor criticism support pressure consent approval knowledge help involvement isolation`);
/** Nouns, verbs and adjectives behind which "to" names who gets something. */
export const TO_WORDS = wordSet(`
message threat ultimatum concession ambassador envoy aid close ally loyal hostile belong proposal offer signal warning appeal letter note answer
response challenge alternative support help loan sale supply friendly unacceptable acceptable important according say offer propose appeal turn give
report respond reply hand sell lend owe listen submit yield subordinate important favorable opposition opposed obedient useful hint attention
credential advantage blow gift dangerous export`);
/** And behind which "from" names who gives it. */
export const FROM_WORDS = wordSet(`
demand proposal signal response pressure support statement independence help reaction guarantee money order instruction threat request message
word call aid assistance approval concession funding permission resistance criticism invitation letter answer protection loan distance expect hear
receive get want need obtain buy purchase import borrow weapon sanction interference independent comment silence`);
/** Verbs whose object decides or is dealt with, and is no place. */
export const ACTS_ON = wordSet(`
urge accuse warn ask tell criticize blame support pressure want help push convince persuade thank condemn threaten isolate deter inform allow expect
force provoke anger irritate upset annoy please satisfy oppose back defy trust consult notify alert assure surprise alarm worry concern press
encourage invite engage antagonize appease confront challenge contain punish sanction praise slam rebuke remind let make prompt cause require`);
/** What a city has, and a state's policy does not. */
export const PHYSICAL = wordSet(`
street mayor suburb resident airport center centre metro subway museum weather square park outskirts population hospital university river traffic
skyline downtown neighborhood theater theatre restaurant hotel stadium station building police mall school library cathedral church zoo bridge
climate wall tower gate lawn garden press`);
/** Nouns before which a capital stands for the state: "Washington officials". */
export const BODIES = wordSet(
  'official policy government administration regime sanction leadership elite insider establishment bureaucrat politician authority hardliner hawk diplomat strategist',
);
/** What a city does, and a state's policy does not. */
export const CITY_VERBS = wordSet(
  'lie sit sprawl bustle freeze flood burn sink host sleep awake shake tremble nestle straddle',
);
/** What is done to a city. */
export const CITY_PASSIVES = wordSet(`
hit strike bomb shell attack flood evacuate besiege capture occupy liberate build rebuild found destroy surround storm locate situate close burn
devastate damage cover blanket encircle raze retake connect link`);
/** And by what it is done to a state's policy. */
export const POLICY_BLOWS = wordSet(
  'sanction tariff criticism embargo scandal crisis accusation backlash ban',
);
/** Behind which "on" leads to a city. */
export const ASSAULTS = wordSet(
  'attack assault strike raid march advance bombardment missile rocket drone bomb shell rain snow fall descend fire shelling',
);
/** Behind which "for" leads to a city. */
export const CITY_MATTERS = wordSet('weather forecast ticket map guide flight train bus ferry hotel plan');
