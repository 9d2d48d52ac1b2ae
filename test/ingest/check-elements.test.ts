import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../src/ingest/annotation.ts';
import { changed, element, refusalOf } from './refusals.ts';

type Change = (document: Annotation) => void;

/** Rule, pointer, change that breaks the rule, and optionally a change close to it that does not. */
type Case = readonly [string, string, Change, Change?];

function itRefuses(cases: readonly Case[]): void {
  for (const [rule, pointer, breaks, keeps = () => {}] of cases) {
    it(rule, () => {
      expect(refusalOf(changed(breaks)).problems.map((problem) => problem.pointer)).toContain(pointer);
      expect(refusalOf(changed(keeps)).problems).toEqual([]);
    });
  }
}

describe('entities', () => {
  itRefuses([
    ['have ids of their own', '/entities/1/id', (doc) => (element(doc.entities, 'berg').id = 'daily')],
    [
      'have a name of visible characters',
      '/entities/1/name',
      (doc) => (element(doc.entities, 'berg').name = '\u200B\u0301'),
      (doc) => (element(doc.entities, 'berg').name = '?'),
    ],
    [
      'have aliases of visible characters',
      '/entities/1/aliases/0',
      (doc) => (element(doc.entities, 'berg').aliases = ['\u2060']),
    ],
    [
      'have names that an index can hold, folded',
      '/entities/1/name',
      (doc) => (element(doc.entities, 'berg').name = '가'.repeat(400)),
      (doc) => (element(doc.entities, 'berg').name = '가'.repeat(300)),
    ],
    [
      'have names of whole characters',
      '/entities/1/name',
      (doc) => (element(doc.entities, 'berg').name = 'Anna\uD83D'),
      (doc) => (element(doc.entities, 'berg').name = 'Anna\uD83D\uDC4D'),
    ],
    [
      'share no QID',
      '/entities/3/qid',
      (doc) => (element(doc.entities, 'norland').qid = 'Q900001'),
      (doc) => (element(doc.entities, 'norland').qid = 'Q900009'),
    ],
    [
      'without a name of their own have no QID',
      '/entities/9/qid',
      (doc) => (element(doc.entities, 'officials').qid = 'Q5'),
      (doc) => (element(doc.entities, 'berg').qid = 'Q5'),
    ],
    [
      'are an outlet only as organizations',
      '/entities/1/isOutlet',
      (doc) => (element(doc.entities, 'berg').isOutlet = true),
    ],
    [
      'are signed only as treaties',
      '/entities/1/signedOn',
      (doc) => (element(doc.entities, 'berg').signedOn = '2024'),
    ],
    [
      'are in force only as treaties',
      '/entities/6/inForceUntil',
      (doc) => (element(doc.entities, 'talks').inForceUntil = '2024'),
    ],
    [
      'are held only as events',
      '/entities/5/heldOn',
      (doc) => (element(doc.entities, 'treaty').heldOn = '2024'),
    ],
    [
      'are an office only as positions',
      '/entities/1/of',
      (doc) => (element(doc.entities, 'berg').of = 'norland'),
    ],
    [
      'are an office of an organization or a country',
      '/entities/7/of',
      (doc) => (element(doc.entities, 'minister').of = 'ek'),
      (doc) => (element(doc.entities, 'minister').of = 'daily'),
    ],
    [
      'are sent to an organization or a country',
      '/entities/7/accreditedTo',
      (doc) => (element(doc.entities, 'minister').accreditedTo = 'oslund'),
      (doc) => (element(doc.entities, 'minister').accreditedTo = 'daily'),
    ],
    [
      'have no metonym as an alias',
      '/entities/3/aliases/0',
      (doc) => element(doc.entities, 'norland').aliases.push('OSLUND'),
      (doc) => element(doc.entities, 'oslund').aliases.push('Oslund town'),
    ],
    [
      'publish as organizations',
      '/article/outlet',
      (doc) => (doc.article.outlet = 'norland'),
      (doc) => (doc.article.outlet = null),
    ],
  ]);
});

describe('mentions', () => {
  itRefuses([
    ['have ids of their own', '/mentions/1/id', (doc) => (element(doc.mentions, 'minister').id = 'berg')],
    [
      'refer to entities of the document',
      '/mentions/0/entities/0',
      (doc) => (element(doc.mentions, 'berg').entities = ['x']),
    ],
    [
      'refer to each entity once',
      '/mentions/0/entities/1',
      (doc) => element(doc.mentions, 'berg').entities.push('berg'),
      (doc) => element(doc.mentions, 'berg').entities.push('ek'),
    ],
    [
      'stand in one place each',
      '/mentions/13',
      (doc) => doc.mentions.push({ ...element(doc.mentions, 'berg'), id: 'again' }),
      (doc) => doc.mentions.push({ ...element(doc.mentions, 'berg'), id: 'again', end: 4, exact: 'Anna' }),
    ],
    [
      'that are metonyms name something literally',
      '/mentions/4/literally',
      (doc) => (element(doc.mentions, 'oslund').literally = null),
    ],
    [
      'that are metonyms stand for something',
      '/mentions/4/entities',
      (doc) => (element(doc.mentions, 'oslund').entities = []),
    ],
    [
      'that are metonyms stand for something else',
      '/mentions/4/literally',
      (doc) => (element(doc.mentions, 'oslund').literally = 'norland'),
    ],
    [
      'that are metonyms name an entity of the document',
      '/mentions/4/literally',
      (doc) => (element(doc.mentions, 'oslund').literally = 'x'),
    ],
    [
      'that are literal name nothing else',
      '/mentions/0/literally',
      (doc) => (element(doc.mentions, 'berg').literally = 'oslund'),
    ],
    [
      'point back to mentions',
      '/mentions/6/antecedent',
      (doc) => (element(doc.mentions, 'she').antecedent = 'plan'),
    ],
    [
      'point back, not forward',
      '/mentions/1/antecedent',
      (doc) => (element(doc.mentions, 'minister').antecedent = 'she'),
      (doc) => (element(doc.mentions, 'officials').antecedent = 'she'),
    ],
    [
      'do not point to themselves',
      '/mentions/6/antecedent',
      (doc) => (element(doc.mentions, 'she').antecedent = 'she'),
    ],
  ]);

  it('may be open', () => {
    const document = changed((doc) => (element(doc.mentions, 'theTreaty').entities = []));
    expect(refusalOf(document).problems).toEqual([]);
  });
});

describe('relations', () => {
  itRefuses([
    ['have ids of their own', '/relations/1/id', (doc) => (element(doc.relations, 'place').id = 'office')],
    [
      'start at entities of the document',
      '/relations/0/from',
      (doc) => (element(doc.relations, 'office').from = 'x'),
    ],
    [
      'join the types that their rule names',
      '/relations/0/to',
      (doc) => (element(doc.relations, 'office').to = 'norland'),
    ],
    [
      'join two entities',
      '/relations/3/to',
      (doc) =>
        doc.relations.push({
          ...element(doc.relations, 'capital'),
          id: 'self',
          type: 'PART_OF',
          from: 'talks',
          to: 'talks',
        }),
      (doc) =>
        doc.relations.push({
          ...element(doc.relations, 'capital'),
          id: 'self',
          type: 'LOCATED_IN',
          from: 'daily',
          to: 'oslund',
        }),
    ],
    [
      'have evidence or a reference',
      '/relations/0/evidence',
      (doc) => (element(doc.relations, 'office').evidence = []),
      (doc) => {
        const office = element(doc.relations, 'office');
        office.evidence = [];
        office.reference = 'https://atlas.example/berg';
      },
    ],
    [
      'do not end before they begin',
      '/relations/0/validUntil',
      (doc) =>
        Object.assign(element(doc.relations, 'office'), { validFrom: '2024-05', validUntil: '2024-04' }),
      (doc) =>
        Object.assign(element(doc.relations, 'office'), { validFrom: '2024-05-03', validUntil: '2024' }),
    ],
    [
      'are given once each',
      '/relations/3',
      (doc) => doc.relations.push({ ...element(doc.relations, 'capital'), id: 'again' }),
      (doc) => doc.relations.push({ ...element(doc.relations, 'capital'), id: 'again', validFrom: '2020' }),
    ],
  ]);
});

describe('statements', () => {
  const plan = (doc: Annotation) => element(doc.statements, 'plan');
  const silence = (doc: Annotation) => element(doc.statements, 'silence');
  const ready = (doc: Annotation) => element(doc.statements, 'ready');
  itRefuses([
    ['have ids of their own', '/statements/4/id', (doc) => (silence(doc).id = 'plan')],
    [
      'do each act once',
      '/statements/0/acts/1',
      (doc) => plan(doc).acts.push('ASSERT'),
      (doc) => plan(doc).acts.push('PROMISE'),
    ],
    ['do not speak and keep silent', '/statements/0/acts', (doc) => plan(doc).acts.push('NO_RESPONSE')],
    [
      'with content were spoken',
      '/statements/0/content',
      (doc) => (plan(doc).acts = ['DECLINED_TO_COMMENT']),
    ],
    ['that were spoken have content', '/statements/4/content', (doc) => (silence(doc).acts = ['ASSERT'])],
    ['without words are indirect', '/statements/4/kind', (doc) => (silence(doc).kind = 'DIRECT')],
    [
      'without content have a cue or a source',
      '/statements/4/cue/evidence',
      (doc) => {
        silence(doc).cue.evidence = [];
        silence(doc).source.evidence = [];
      },
      (doc) => (silence(doc).cue.evidence = []),
    ],
    [
      'are said by entities of the document',
      '/statements/0/source/speakers/0',
      (doc) => (plan(doc).source.speakers = ['x']),
    ],
    [
      'are said as holder of a position',
      '/statements/0/source/speakingAs',
      (doc) => (plan(doc).source.speakingAs = 'norland'),
    ],
    [
      'are said on behalf of an entity',
      '/statements/0/source/onBehalfOf',
      (doc) => (plan(doc).source.onBehalfOf = 'x'),
    ],
    [
      'name a mention as their source',
      '/statements/0/source/mention',
      (doc) => (plan(doc).source.mention = 'x'),
    ],
    [
      'name a mention of a speaker',
      '/statements/0/source/mention',
      (doc) => (plan(doc).source.mention = 'ek'),
    ],
    [
      'name a mention within the words of the source',
      '/statements/0/source/mention',
      (doc) => (plan(doc).source.mention = 'she'),
      (doc) => (plan(doc).source.mention = 'minister'),
    ],
    [
      'without speakers name no mention',
      '/statements/3/source/mention',
      (doc) => (element(doc.statements, 'mistake').source.speakers = []),
      (doc) => Object.assign(element(doc.statements, 'mistake').source, { speakers: [], mention: null }),
    ],
    ['are about entities', '/statements/0/about/0', (doc) => (plan(doc).about = ['x'])],
    [
      'are about statements',
      '/statements/1/aboutStatements/0',
      (doc) => (ready(doc).aboutStatements = ['berg']),
    ],
    [
      'are not about themselves',
      '/statements/1/aboutStatements/0',
      (doc) => (ready(doc).aboutStatements = ['ready']),
    ],
  ]);
});

describe('addressees', () => {
  const plan = (doc: Annotation) => element(doc.statements, 'plan').addressee;
  const ready = (doc: Annotation) => element(doc.statements, 'ready').addressee;
  itRefuses([
    [
      'that are known are named',
      '/statements/0/addressee/entities',
      (doc) => Object.assign(plan(doc), { entities: [], text: null }),
      (doc) => {
        plan(doc).entities = [];
        ready(doc).entities = [];
      },
    ],
    ['that are known have evidence', '/statements/0/addressee/evidence', (doc) => (plan(doc).evidence = [])],
    ['that are none are not named', '/statements/0/addressee/entities', (doc) => (plan(doc).state = 'NONE')],
    [
      'that are unknown are not named',
      '/statements/0/addressee/entities',
      (doc) => (plan(doc).state = 'UNKNOWN'),
    ],
    [
      'are entities of the document',
      '/statements/0/addressee/entities/0',
      (doc) => (plan(doc).entities = ['x']),
    ],
    [
      'are carried only when known',
      '/statements/3/addressee/carried',
      (doc) => (element(doc.statements, 'mistake').addressee.carried = true),
    ],
    [
      'are carried from a statement of the same speaker',
      '/statements/1/addressee/evidence/0',
      (doc) =>
        (element(doc.statements, 'plan').source = {
          ...element(doc.statements, 'plan').source,
          speakers: ['ek'],
          mention: null,
        }),
    ],
    [
      'are carried from where they were named',
      '/statements/1/addressee/evidence/0',
      (doc) => (plan(doc).carried = true),
    ],
    ['are carried whole', '/statements/1/addressee/entities', (doc) => ready(doc).entities.push('daily')],
  ]);
});
