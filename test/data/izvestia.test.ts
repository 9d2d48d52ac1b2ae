import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { AnnotatedMention, AnnotatedSpan } from '../../src/ingest/annotation.ts';
import { checkAnnotation } from '../../src/ingest/check.ts';
import { ingestDocument } from '../../src/ingest/pipeline.ts';
import { describeEngines } from '../support/engines.ts';

const FOLDER = new URL('../../data/', import.meta.url);
const fileBytes = readFileSync(new URL('izvestia-2021-03-22.txt', FOLDER));
const json: unknown = JSON.parse(readFileSync(new URL('izvestia-2021-03-22.json', FOLDER), 'utf8'));
const { document, text } = checkAnnotation(json);
if (text === null) throw new Error('The text is there.');
const { article, entities, mentions, statements, relations } = document;
const articleText = text.text;

/** Speaker, acts, addressee ("*" where carried), what it is about; in text order, each under the one that reports it. */
const STATEMENTS = `
dialogue-useful: politicians-and-experts ASSERT > izvestia ~ putin biden russia united-states
challenge-may-inspire: dzhabarov PREDICT > izvestia ~ putin biden putin-challenge
challenge-may-inspire/putin-challenge: putin PROPOSE > biden ~ putin biden
biden-no-response: biden NO_RESPONSE > NONE ~ putin-offer
putin-offer: putin PROPOSE > biden ~ putin biden
biden-assurance: biden PROMISE > UNKNOWN ~ biden putin
talks-needed: dzhabarov DEMAND > izvestia ~ russia united-states
keep-communicating: dzhabarov DEMAND > izvestia* ~ russia united-states
reason-for-proposal: dzhabarov ASSERT > izvestia* ~ putin biden putin-proposal
reason-for-proposal/putin-proposal: putin PROPOSE > biden* ~ putin biden
biden-not-ready: dzhabarov PREDICT CRITICIZE ASK DEMAND > izvestia* ~ biden
no-interest: weitz ASSERT > izvestia ~ united-states putin biden
no-urgent-matters: weitz ASSERT > izvestia* ~ russia united-states putin biden
treaty-prolonged: weitz ASSERT > izvestia* ~ new-start iran north-korea
interest-noted: weitz ASSERT > izvestia* ~ united-states russia us-interest
interest-noted/us-interest: united-states ASSERT > UNKNOWN ~ united-states russia
`;

/** What each name names: for a metonym the city, as the word says. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/Putin/g, 'putin'],
  [/Biden/g, 'biden'],
  [/Dzhabarov/g, 'dzhabarov'],
  [/Weitz/g, 'weitz'],
  [/Antonov/g, 'antonov'],
  [/Izvestia|the paper/g, 'izvestia'],
  [/Moscow/g, 'moscow'],
  [/Washington/g, 'washington'],
  [/New START|New Strategic Arms/g, 'new-start'],
  [/Iran/g, 'iran'],
  [/North Korea/g, 'north-korea'],
  [/Afghanistan(?= )/g, 'afghanistan'],
  [/Hudson Institute/g, 'hudson-institute'],
  [/Russian?\b/g, 'russia'],
  [/\bUS\b/g, 'united-states'],
];

/** The smallest mention around each place where the words stand. The text has no character beyond one UTF-16 unit. */
function mentionsAt(words: RegExp): (AnnotatedMention | undefined)[] {
  return [...articleText.matchAll(words)].map(({ index, 0: { length } }) =>
    mentions
      .filter(({ start, end }) => start <= index && index + length <= end)
      .toSorted((a, b) => a.end - a.start - (b.end - b.start))
      .at(0),
  );
}

function written({ id, within, source, acts, addressee, about, aboutStatements }: (typeof statements)[0]) {
  const told = addressee.state === 'KNOWN' ? addressee.entities.join(' ') : addressee.state;
  const path = within === null ? id : `${within}/${id}`;
  const words = [...source.speakers, ...acts, '>', told + (addressee.carried ? '*' : '')];
  return [`${path}:`, ...words, '~', ...about, ...aboutStatements].join(' ');
}

describe('the annotation of the Izvestia article', () => {
  it('has the text of the file, byte for byte, and no publisher', () => {
    const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex');
    expect(sha256(articleText)).toBe(sha256(fileBytes));
    expect(article).toMatchObject({ title: null, url: null, publishedAt: '2021-03-22', outlet: null });
  });

  it('has its words at the same offsets in code points and in UTF-16 units', () => {
    const spans = [
      ...mentions,
      ...relations.flatMap(({ evidence }) => evidence),
      ...statements.flatMap((s) => [s.source, s.cue, s.addressee].flatMap(({ evidence }) => evidence)),
      ...statements.flatMap(({ content }) => content),
    ];
    expect(spans).toHaveLength(160);
    for (const { start, end, exact } of spans) {
      expect(text.slice(start, end)).toBe(exact);
      expect(articleText.slice(start, end)).toBe(exact);
    }
  });

  it('has every statement, with who said it, to whom and about whom', () => {
    expect(statements.map(written)).toEqual(STATEMENTS.trim().split('\n'));
    const quoted = statements.filter(({ kind }) => kind !== 'INDIRECT');
    expect(quoted).toMatchObject([{ id: 'biden-not-ready', kind: 'DIRECT' }]);
  });

  it('names the speaker of every statement by a mention, and the office where the article gives one', () => {
    for (const { source } of statements) expect(source.mention).not.toBeNull();
    const without = statements.filter(({ source }) => source.speakingAs === null);
    expect(without.map(({ id }) => id)).toEqual(['dialogue-useful', 'us-interest']);
  });

  it.each(NAMES)('has a mention wherever %s stands', (words, named) => {
    const found = mentionsAt(words);
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found.map((m) => m?.literally ?? m?.entities.join()))).toEqual(new Set([named]));
  });

  it.each([
    [/Moscow/g, ['moscow', 'russia', 'moscow']],
    [/Washington/g, ['washington', 'united-states', 'united-states']],
    [/the Russian and US presidents/g, ['putin,biden']],
    [/the(?: world’s)? two \w+ nuclear powers|the countries/g, Array(3).fill('russia,united-states')],
    [/[aA] Russian senator|the (?:senator|lawmaker)/g, Array(3).fill('dzhabarov')],
    [/the (?:expert(?= explained)|analyst)/g, Array(2).fill('weitz')],
    [/\b(?:he|his|him)\b/gi, ['biden', 'biden', 'biden', 'putin', 'biden', 'biden', 'biden']],
  ])('refers by %s to the right ones', (words, entitiesInOrder) => {
    expect(mentionsAt(words).map((m) => m?.entities.join())).toEqual(entitiesInOrder);
  });

  it('leads every pronoun back to a name or a noun phrase of the same one', () => {
    expect(mentions).toHaveLength(74);
    for (const { entities: of, antecedent } of mentions.filter(({ kind }) => kind === 'PRONOUN')) {
      expect(mentions.find(({ id }) => id === antecedent)).toMatchObject({ entities: of });
    }
  });

  it('leaves one relation a claim: all others stand in the own words of the article or have a reference', () => {
    const contents = statements.flatMap(({ content }) => content);
    const said = (at: AnnotatedSpan) => contents.some((c) => c.start <= at.start && at.end <= c.end);
    const claims = relations.filter((r) => r.reference === null && r.evidence.every(said));
    expect(claims.map(({ id }) => id)).toEqual(['talks-in-moscow']);
  });

  it('has only item numbers that are certain', () => {
    const qids = entities.flatMap(({ qid }) => qid ?? []);
    expect(qids.join(' ')).toBe('Q7747 Q6279 Q159 Q30 Q794 Q423 Q889 Q649 Q61');
  });
});

describeEngines('the graph of the Izvestia article', (open) => {
  it('takes all of it in once', async () => {
    const db = await open();
    const { created } = await ingestDocument(db, json);
    expect(created).toEqual({ entities: 26, statements: 16, mentions: 74, relations: 26 });
    expect(await ingestDocument(db, json)).toMatchObject({ status: 'unchanged' });
  });
});
