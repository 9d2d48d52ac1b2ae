import { describe, expect, test } from 'vitest';
import { officeOf } from '../../../../src/ingest/extractors/english/offices.ts';
import { read } from '../../../../src/ingest/extractors/english/read.ts';
import { Referring } from '../../../support/extraction/referring.ts';

/** "person: office; TIE to; ENTITY …" for each role that the text gives somebody. */
function held(text: string): string[] {
  const { references } = new Referring(text);
  const { tokens } = read(text);
  return references.holdings.map(({ person, role }) => {
    const { position, ties } = officeOf(tokens, references.entities, role);
    return [
      `${person.name}: ${position?.name ?? '—'}`,
      ...ties.map(({ type, to }) => `${type} ${to.name}`),
    ].join('; ');
  });
}

describe('roles and offices', () => {
  test.each<readonly [string, ...string[]]>([
    [
      'Norwegian Ambassador to Japan Orla Quine resigned.',
      'Orla Quine: Ambassador of Norway to Japan; AMBASSADOR_TO Japan',
    ],
    [
      'Jan Ek, a senior fellow at the Hjort Institute, agreed.',
      'Jan Ek: Senior Fellow at the Hjort Institute; AFFILIATED_WITH Hjort Institute',
    ],
    [
      'First Deputy Chairman of the Norland Council’s (upper house of parliament) Committee on Trade Jan Ek agreed.',
      'Jan Ek: First Deputy Chairman of the Norland Council Committee on Trade; MEMBER_OF Norland Council; MEMBER_OF Norland Council Committee on Trade',
    ],
    ['Norwegian President Jan Ek agreed.', 'Jan Ek: President of Norway; HEAD_OF_STATE_OF Norway'],
    ['Kenya’s finance minister, Jan Ek, agreed.', 'Jan Ek: Finance Minister of Kenya'],
    [
      'NATO Deputy Secretary General Ana Ek agreed.',
      'Ana Ek: Deputy Secretary General of NATO; AFFILIATED_WITH NATO',
    ],
    ['Jan Ek, the CEO of Acme Corp., agreed.', 'Jan Ek: CEO of Acme Corp.; AFFILIATED_WITH Acme Corp.'],
    [
      'Jan Ek is the director of the Hjort Institute.',
      'Jan Ek: Director of the Hjort Institute; AFFILIATED_WITH Hjort Institute',
    ],
    ['Jan Ek, a member of the European Parliament, agreed.', 'Jan Ek: —; MEMBER_OF European Parliament'],
    ['The head of Norway’s central bank, Ana Ek, agreed.', 'Ana Ek: —'],
    ['Former Norwegian President Jan Ek agreed.', 'Jan Ek: —'],
    ['Political analyst Jan Ek agreed.', 'Jan Ek: —'],
    ['His wife, Ana Ek, agreed.', 'Ana Ek: —'],
  ])('%s', (text, ...roles) => {
    expect(held(text)).toEqual(roles.filter((role) => role !== undefined));
  });
});

describe('no role is given', () => {
  test.each([
    ['by a sentence in between', 'Milk, the minister added, is not Jan Ek’s problem.'],
    ['by a list', 'Jan Ek, senators and others agreed.'],
    ['by somebody else’s role', 'A spokesman for Jan Ek is tired.'],
    ['by the object of a verb', 'The senator told Jan Ek to leave.'],
    ['by a verb that looks like a role', 'Jan Ek will chair and host the talks.'],
    ['by a noun before a noun', 'The expert community told Jan Ek so.'],
  ])('%s', (_, text) => {
    expect(held(text)).toEqual([]);
  });
});

describe('a role', () => {
  test.each<readonly [string, string, readonly string[]]>([
    [
      'makes one who heads a committee of a chamber a lawmaker',
      'Chairman of the State Duma Committee on Trade Jan Ek agreed.',
      ['ORGANIZER', 'LEGISLATOR'],
    ],
    [
      'makes the head of an institute an expert',
      'Jan Ek, director of the Hjort Institute, agreed.',
      ['ORGANIZER', 'EXPERT'],
    ],
    ['of a deputy makes no head of government', 'Kenya’s Deputy Prime Minister Jan Ek agreed.', ['OFFICIAL']],
    ['of before says nothing of now', 'Former senator Jan Ek agreed.', []],
  ])('%s', (_, text, classes) => {
    const { references } = new Referring(text);
    expect([...(references.holdings[0]?.person.classes ?? [])]).toEqual(classes);
  });

  test('with a country gives its holder the country, but not that where he is sent', () => {
    const { references } = new Referring('Norwegian Ambassador to Japan Orla Quine resigned.');
    expect([...(references.holdings[0]?.person.nations ?? [])]).toEqual(['NO']);
  });
});
