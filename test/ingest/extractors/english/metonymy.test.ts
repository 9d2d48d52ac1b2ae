import { describe, expect, test } from 'vitest';
import { Referring } from '../../../support/extraction/referring.ts';

/** Sentence, then for each name of a seat of government the state that it stands for, or "here". */
type Row = readonly [string, ...string[]];

function check(rows: readonly Row[]): void {
  test.each(rows)('%s', (text, ...states) => {
    const readings = new Referring(text).readings.map((reading) => reading.slice(reading.indexOf(': ') + 2));
    expect(readings).toEqual(states.filter((state) => state !== undefined));
  });
}

describe('who acts is a state', () => {
  check([
    ['Moscow will not sign the treaty.', 'Russia'],
    ['Moscow and Washington need to talk.', 'Russia', 'United States'],
    ['Beijing warned Tokyo against the plan.', 'China', 'Japan'],
    ['Kyiv has asked for more arms.', 'Ukraine'],
    ['Berlin is ready to compromise.', 'Germany'],
    ['Tokyo, meanwhile, has kept silent.', 'Japan'],
    ['Neither London nor Paris wants a break.', 'United Kingdom', 'France'],
    ['The deal is dead, said Moscow.', 'Russia'],
    ['This is a signal that Moscow is ready.', 'Russia'],
    ['It is up to Warsaw to decide.', 'Poland'],
    ['According to Bucharest, the pipes are being tested.', 'Romania'],
    ['Minsk faces new sanctions.', 'Belarus'],
    ['Minsk was hit by sanctions.', 'Belarus'],
    ['Cairo urged Khartoum to open the border.', 'Egypt', 'Sudan'],
  ]);
});

describe('what a city does or suffers is the city’s', () => {
  check([
    ['Kyiv was shelled again on Sunday.', 'here'],
    ['Kyiv has been hit by drones.', 'here'],
    ['Drones struck Kyiv overnight.', 'here'],
    ['Jakarta is sinking.', 'here'],
    ['Berlin is cold in winter.', 'here'],
    ['Berlin is the capital of Germany.', 'here'],
    ['Nairobi has four million people.', 'here'],
    ['Vienna hosted the talks.', 'here'],
    ['A missile attack on Kyiv killed two.', 'here'],
    ['The minister left Kyiv on Friday.', 'here'],
    ['Police closed Downing Street to traffic.', 'here'],
  ]);
});

describe('behind a preposition its noun or verb decides', () => {
  check([
    ['The talks were held in Moscow.', 'here'],
    ['He returned to Beijing on Monday.', 'here'],
    ['The envoy flew from Paris to London.', 'here', 'here'],
    ['The ambassador was recalled to Moscow from Washington.', 'here', 'here'],
    ['Snow fell near Bucharest.', 'here'],
    ['Relations with Beijing have cooled.', 'China'],
    ['Sanctions against Tehran will stay.', 'Iran'],
    ['Ties between Ankara and Athens are strained.', 'Turkey', 'Greece'],
    ['Flights between Ankara and Athens were cancelled.', 'here', 'here'],
    ['New Delhi bought oil from Moscow.', 'India', 'Russia'],
    ['Trains from Vienna were late.', 'here'],
    ['Pressure from Washington is growing.', 'United States'],
    ['Support for Kyiv is falling.', 'Ukraine'],
    ['He left for Kyiv at dawn.', 'here'],
    ['A message to Pyongyang was sent.', 'North Korea'],
    ['The mayor of Paris resigned.', 'here'],
    ['Riyadh and Tehran restored ties after talks in Beijing.', 'Saudi Arabia', 'Iran', 'here'],
  ]);
});

describe('before a noun', () => {
  check([
    ['London’s decision to leave surprised Berlin.', 'United Kingdom', 'Germany'],
    ['London’s streets were empty.', 'here'],
    ['Minsk’s airport was closed.', 'here'],
    ['The Moscow-backed militia withdrew.', 'Russia'],
    ['Moscow-based analyst Ivan Petrov said so.', 'here'],
    ['A Moscow court jailed him.', 'here'],
    ['Washington, Pennsylvania, is a town.', 'here'],
  ]);
});

describe('houses and streets', () => {
  check([
    ['The Kremlin rejected the claim.', 'Russia'],
    ['Reporters waited outside the Kremlin.', 'here'],
    ['A hotel behind the Kremlin burned down.', 'here'],
    ['The White House said the plan was dead.', 'United States'],
    ['A White House spokesman declined to comment.', 'United States'],
    ['The president walked back to the White House.', 'here'],
    ['The race for the White House has begun.', 'United States'],
    ['He lives in Madrid and works for Downing Street.', 'here', 'United Kingdom'],
    ['The Pentagon denied the report.', 'United States'],
    ['A plane hit the Pentagon.', 'here'],
    ['Brussels is watching the row.', 'European Union'],
    ['He moved to Brussels.', 'here'],
  ]);
});
