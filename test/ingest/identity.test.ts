import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../src/ingest/annotation.ts';
import { checkAnnotation } from '../../src/ingest/check.ts';
import { canonicalJson, type DocumentIdentity, identityOf } from '../../src/ingest/identity.ts';
import { documentOf } from '../support/documents.ts';
import { sampleDocument } from '../support/sample.ts';
import { changed, element } from './refusals.ts';

function identity(change: (document: Annotation) => void = () => {}): DocumentIdentity {
  return identityOf(changed(change));
}

/** Which parts of its identity a change of the sample changes. */
function changes(change: (document: Annotation) => void): string[] {
  const [before, after] = [identity(), identity(change)];
  const parts = ['articleId', 'versionId', 'runId', 'documentSha256'] as const;
  return parts.filter((part) => before[part] !== after[part]);
}

describe('the identity of a document', () => {
  it('is the same for the same document, written out or not', () => {
    expect(identityOf(checkAnnotation(sampleDocument()).document)).toEqual(identity());
    expect(identity((doc) => (doc.$schema = 'annotation.schema.json'))).toEqual(identity());
  });

  it('never changes: ids are permanent', () => {
    const document = documentOf({
      text: 'Anna Berg said “yes”.',
      key: 'key',
      run: { parameters: { top: 1 } },
    });
    const { articleId, versionId, runId } = identityOf(checkAnnotation(document).document);
    expect({ articleId, versionId, runId }).toMatchInlineSnapshot(`
      {
        "articleId": "art_f86247707ec0189f779ad55d724a46b7",
        "runId": "run_d321bc91120ff99edab09ecdb85fb251",
        "versionId": "ver_ee8d154afd61732cfc3152ecbf9a77a4",
      }
    `);
  });

  it.each<[string, string[], (document: Annotation) => void]>([
    ['of the article', ['articleId', 'versionId', 'runId'], (doc) => (doc.article.key = 'other')],
    ['of its text', ['versionId', 'runId'], (doc) => (doc.article.text += ' ')],
    ['of its title', [], (doc) => (doc.article.title = 'Other')],
    ['of the URL of an article that has a key', [], (doc) => (doc.article.url = 'https://other.example')],
    ['of when it was taken', [], (doc) => (doc.article.retrievedAt = '2024-03-05T10:00:00Z')],
    ['of the tool', ['runId'], (doc) => (doc.run.tool = 'other')],
    ['of its version', ['runId'], (doc) => (doc.run.version = '2')],
    ['of the method', ['runId'], (doc) => (doc.run.method = 'TOOL')],
    ['of its start', ['runId'], (doc) => (doc.run.startedAt = '2024-01-01T00:00:00.001Z')],
    ['of its parameters', ['runId'], (doc) => (doc.run.parameters = { model: 'a' })],
    ['of a name', [], (doc) => (element(doc.entities, 'berg').name = 'A. Berg')],
    ['of confidence', [], (doc) => (element(doc.statements, 'plan').confidence = 0.5)],
  ])('changes with a change %s', (_what, parts, change) => {
    expect(changes(change)).toEqual([...parts, 'documentSha256']);
  });

  it('takes times as instants, whatever their offset', () => {
    const zoned = identity((doc) => (doc.run.startedAt = '2024-01-01T01:30:00+01:30'));
    expect(zoned.runId).toBe(identity().runId);
    expect(zoned.startedAt).toBe('2024-01-01T00:00:00.000Z');
    expect(identity((doc) => (doc.article.retrievedAt = '2024-03-05T10:00:00-05:00')).retrievedAt).toBe(
      '2024-03-05T15:00:00.000Z',
    );
  });

  it('takes parameters in any order', () => {
    const one = identity((doc) => (doc.run.parameters = { model: 'a', top: 1 }));
    const other = identity((doc) => (doc.run.parameters = { top: 1, model: 'a' }));
    expect(other).toEqual(one);
    expect(one.parameters).toBe('{"model":"a","top":1}');
  });

  it('of an article is its key, else its URL, else its text', () => {
    const keyless = (article: Partial<Annotation['article']>) =>
      identity((doc) => {
        delete doc.article.key;
        Object.assign(doc.article, article);
      });
    const byUrl = keyless({});
    expect(keyless({ text: 'Other.' }).articleId).toBe(byUrl.articleId);
    const byText = keyless({ url: null });
    expect(keyless({ url: null, title: null }).versionId).toBe(byText.versionId);
    expect(new Set([identity().articleId, byUrl.articleId, byText.articleId]).size).toBe(3);
  });
});

describe('canonical JSON', () => {
  it('is the same for equal values and reads back as the value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const reversed = JSON.parse(JSON.stringify(value), (_key, held: unknown) =>
          held !== null && typeof held === 'object' && !Array.isArray(held)
            ? Object.fromEntries(Object.entries(held).reverse())
            : held,
        );
        expect(canonicalJson(reversed)).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
