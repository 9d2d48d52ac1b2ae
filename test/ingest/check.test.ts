import { describe, expect, it } from 'vitest';
import { checkAnnotation } from '../../src/ingest/check.ts';
import { sampleDocument } from '../support/sample.ts';
import { changed, element, pointersOf, refusalOf } from './refusals.ts';

describe('an annotation document', () => {
  it('is accepted when it keeps every rule', () => {
    expect(refusalOf(sampleDocument()).problems).toEqual([]);
    expect(checkAnnotation(sampleDocument()).document.statements[0]?.addressee.carried).toBe(false);
  });

  it('is refused with every fault of shape, unknown fields among them', () => {
    const document: Record<string, unknown> = {
      ...sampleDocument(),
      format: 'other/1',
      colour: 1,
      entities: [{ id: '' }],
    };
    expect(pointersOf(document)).toEqual(
      expect.arrayContaining([
        '/format',
        '/entities/0/id',
        '/entities/0/type',
        '/entities/0/name',
        '/article/outlet',
        '/colour',
      ]),
    );
  });

  it('is refused with faults of shape and of meaning at once, but not with what only follows from the former', () => {
    const document = changed((doc) => {
      element(doc.entities, 'ek').qid = 'banana';
      element(doc.mentions, 'she').start += 1;
      element(doc.statements, 'ready').kind = 'LOUD' as never;
      element(doc.statements, 'mistake').about = ['nobody'];
      element(doc.relations, 'office').to = 'oslund';
      element(doc.relations, 'place').type = 'NEAR' as never;
    });
    expect(pointersOf(document)).toEqual([
      '/entities/2/qid',
      '/mentions/6',
      '/statements/1/kind',
      '/statements/3/about/0',
      '/relations/0/to',
      '/relations/1/type',
    ]);
  });

  it('is refused with the article’s faults and those of what refers into its text', () => {
    const document = changed((doc) => {
      doc.article.url = 'nowhere';
      element(doc.relations, 'office').from = 'nobody';
    });
    expect(pointersOf(document)).toEqual(['/article/url', '/relations/0/from']);
    const textless = changed((doc) => {
      doc.article.text = '';
      element(doc.relations, 'office').from = 'nobody';
    });
    expect(pointersOf(textless)).toEqual(['/article/text']);
    const listless = { ...sampleDocument(), entities: 5 };
    expect(pointersOf(listless)).toEqual(['/entities']);
  });

  it('is refused with the fault of its outlet, and not for the outlet', () => {
    const document = changed((doc) => {
      element(doc.entities, 'daily').type = 'PAPER' as never;
    });
    expect(pointersOf(document)).toEqual(['/entities/0/type']);
  });

  it('is refused where a name would be lost', () => {
    const given = JSON.stringify(sampleDocument());
    const at = (place: string, more: string) => pointersOf(JSON.parse(given.replace(place, place + more)));
    expect(at('{', '"__proto__":{},')).toEqual(['/__proto__']);
    expect(at('"entities":[{', '"__proto__":{},')).toEqual(['/entities/0/__proto__']);
    expect(at('"run":{', '"parameters":{"__proto__":1},')).toEqual(['/run/parameters/__proto__']);
    expect(at('"run":{', '"parameters":{"constructor":1},')).toEqual([]);
  });

  it.each(['0000-01-01T00:00:00+01:00', '9999-12-31T23:59:59-01:00', '2024-02-30T00:00:00Z', 'soon'])(
    'is refused when it was made at %s, once',
    (time) => {
      const document = changed((doc) => {
        doc.run.startedAt = time;
      });
      expect(pointersOf(document)).toEqual(['/run/startedAt']);
    },
  );

  it('is refused when a name has a control character', () => {
    const document = changed((doc) => {
      element(doc.entities, 'ek').name = 'Carl\u0000Ek';
    });
    expect(pointersOf(document)).toEqual(['/entities/2/name']);
  });

  it('takes URLs in their normal form', () => {
    const document = changed((doc) => {
      doc.article.url = 'HTTPS://Daily.example:443/a b';
    });
    expect(checkAnnotation(document).document.article.url).toBe('https://daily.example/a%20b');
  });

  it.each([[null], ['text'], [7], [[]]])('is refused when it is %j', (input) => {
    expect(pointersOf(input)).toEqual(['']);
  });

  it('escapes keys in pointers', () => {
    expect(pointersOf({ ...sampleDocument(), 'a/b~c': 1 })).toEqual(['/a~1b~0c']);
  });

  it('is refused with all faults of meaning at once, in document order', () => {
    const document = changed((doc) => {
      element(doc.relations, 'office').to = 'nobody';
      element(doc.statements, 'silence').within = 'nothing';
      element(doc.mentions, 'she').antecedent = 'nothing';
      element(doc.mentions, 'he').start += 1;
      element(doc.entities, 'ek').heldOn = '2024';
      doc.article.outlet = 'ek';
    });
    expect(pointersOf(document)).toEqual([
      '/article/outlet',
      '/entities/2/heldOn',
      '/mentions/6/antecedent',
      '/mentions/9',
      '/statements/4/within',
      '/relations/0/to',
    ]);
  });

  it('is refused when the text is no Unicode', () => {
    const broken = changed((doc) => {
      doc.article.text += '\uD800';
    });
    expect(pointersOf(broken)).toEqual(['/article/text']);
  });
});

describe('words and offsets', () => {
  it('that disagree are told apart from other problems, with the nearest places first', () => {
    const document = changed((doc) => {
      const city = element(doc.mentions, 'city');
      city.start += 2;
      city.end += 2;
      doc.article.outlet = 'nobody';
    });
    const { problems, mismatches, nearest } = refusalOf(document);
    expect(problems.map(({ pointer }) => pointer)).toEqual(['/article/outlet', '/mentions/7']);
    expect(mismatches).toEqual(['/mentions/7']);
    expect(nearest?.map(({ pointer, exact }) => ({ pointer, exact }))).toEqual(
      Array.from({ length: 2 }, () => ({ pointer: '/mentions/7', exact: 'Oslund' })),
    );
    const text = [...(document.article.text ?? '')];
    for (const { start, end } of nearest ?? []) expect(text.slice(start, end).join('')).toBe('Oslund');
    expect(Math.abs((nearest?.[0]?.start ?? 0) - element(document.mentions, 'city').start)).toBe(2);
  });

  it('say when the text does not have the words at all', () => {
    const document = changed((doc) => {
      element(doc.mentions, 'she').exact = 'they';
    });
    const { problems, nearest } = refusalOf(document);
    expect(nearest).toEqual([]);
    expect(problems[0]?.reason).toContain('"she"');
    expect(problems[0]?.reason).toContain('does not have these words');
  });

  it('are refused when they end beyond the text or before they start', () => {
    const document = changed((doc) => {
      element(doc.mentions, 'norland').end = 1_000_000;
      const city = element(doc.mentions, 'city');
      city.end = city.start;
    });
    expect(refusalOf(document).problems).toMatchObject([
      { pointer: '/mentions/2', reason: expect.stringContaining('code points') },
      { pointer: '/mentions/7', reason: expect.stringContaining('not after its start') },
    ]);
  });

  it('are checked in every place that has them', () => {
    const document = changed((doc) => {
      const plan = element(doc.statements, 'plan');
      for (const span of [plan.source.evidence, plan.cue.evidence, plan.content, plan.addressee.evidence]) {
        if (span[0] !== undefined) span[0].exact += '!';
      }
      const [evidence] = element(doc.relations, 'office').evidence;
      if (evidence !== undefined) evidence.exact += '!';
    });
    expect(pointersOf(document)).toEqual(
      expect.arrayContaining([
        '/statements/0/source/evidence/0',
        '/statements/0/cue/evidence/0',
        '/statements/0/content/0',
        '/statements/0/addressee/evidence/0',
        '/relations/0/evidence/0',
      ]),
    );
  });
});
