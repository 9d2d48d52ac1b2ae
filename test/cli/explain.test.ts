import pico from 'picocolors';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { explainLines } from '../../src/cli/explain.ts';
import { type AnnotationInput, annotationSchema } from '../../src/ingest/annotation.ts';
import { documentOf } from '../support/documents.ts';
import { sampleDocument } from '../support/sample.ts';

function explain(document: AnnotationInput, { width = 1_000, color = false, entities = false } = {}): string {
  const colors = pico.createColors(color);
  const lines = explainLines(annotationSchema.parse(document), { width, colors, entities });
  return lines.join('\n').replaceAll('\u00a0', ' ');
}

const ESCAPE = '\u001b';
const CODES = new RegExp(`${ESCAPE}\\[([\\d;]+)m`, 'g');
const ENDS: Readonly<Record<string, string>> = { '1': '22' };

const NESTED = documentOf({
  text: 'Anna Berg told reporters that Carl Ek said no. “We,” she added, “are ready.”\n\u001b[2J\n',
  title: 'Talks\u202e',
  entities: { berg: { type: 'PERSON', name: 'Anna\u202e Berg' }, ek: { type: 'PERSON', name: 'Carl Ek' } },
  mentions: { berg: { at: 'Anna Berg', of: 'berg' }, she: { at: 'she', kind: 'PRONOUN', of: 'berg' } },
  statements: {
    said: { by: 'ek', source: 'Carl Ek', cue: 'said', content: 'no', within: 'told', acts: ['DENY'] },
    told: {
      by: 'berg',
      source: 'Anna Berg',
      cue: 'told',
      told: 'reporters',
      toldAs: 'reporters',
      content: 'that Carl Ek said no',
      confidence: 0.5,
    },
    added: { by: 'berg', kind: 'DIRECT', source: 'she', cue: 'added', content: ['We,', 'are ready.'] },
  },
});

describe('explainLines', () => {
  test('links the parts of statements by numbers, also of nested ones and those in pieces', () => {
    const shown = explain(NESTED);
    expect(shown).toContain(
      '[1 Anna Berg] {1 told} <1 reporters> ⟨1 that [2 Carl Ek] {2 said} ⟨2 no 2⟩ 1⟩. ' +
        '“⟨3 We, 3⟩” [3 she] {3 added}, “⟨3 are ready. 3⟩”\n',
    );
    expect(shown).toContain('1 Anna<U+202E> Berg → reporters: INDIRECT ASSERT; confidence 0.5\n');
    expect(shown).toContain('2 Carl Ek: INDIRECT DENY; within 1; confidence 1\n');
    expect(shown).toContain('3 Anna<U+202E> Berg: DIRECT ASSERT; confidence 1\n');
  });

  test('has colours in place of most marks, each closed in its line', () => {
    const shown = explain(NESTED, { color: true, width: 30 });
    expect(shown).toContain('\u001b[33m¹');
    for (const line of shown.split('\n')) {
      const open = new Set<string>();
      for (const code of [...line.matchAll(CODES)].flatMap(([, codes = '']) => codes.split(';'))) {
        const ended = [...open].filter((each) => (ENDS[each] ?? '39') === code);
        if (ended.length === 0) open.add(code);
        for (const each of ended) open.delete(each);
      }
      expect([...open].filter((code) => code !== '39')).toEqual([]);
    }
  });

  test('takes the escapes of the article for text', () => {
    expect(explain(NESTED)).not.toContain('\u001b');
    expect(explain(NESTED)).toMatch(/^Talks<U\+202E>\n[\s\S]*\n␛\[2J\n/);
    const plain = explain(NESTED, { color: true }).replaceAll(CODES, '');
    expect(plain).not.toContain('\u001b');
  });

  test.each([20, 33, 80])('keeps to %i columns, of wide characters, too', (width) => {
    const text = `${'北京'.repeat(60)} ${'x'.repeat(200)} 👩‍🚀 Anna Berg said yes.`;
    const document = documentOf({
      text,
      entities: { berg: { type: 'PERSON', name: 'Anna Berg' } },
      statements: { said: { by: 'berg', source: 'Anna Berg', cue: 'said', content: 'yes' } },
    });
    for (const each of [document, sampleDocument()]) {
      for (const color of [false, true]) {
        const lines = explain(each, { width, color, entities: true }).split('\n');
        expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(width);
      }
    }
  });

  test('lists entities with their mentions where asked for', () => {
    expect(explain(NESTED, { entities: true })).toContain('PERSON Anna<U+202E> Berg, “Anna Berg” “she”');
    expect(explain(NESTED)).not.toContain('PERSON');
  });

  test('shows every word of the text once, whatever its lines end in', () => {
    const text = 'One.\r\n\r\nTwo.\rThree.\n\n\nFour.';
    const lines = explain(documentOf({ text })).split('\n').slice(3);
    expect(lines.filter((line) => line !== '')).toEqual(['One.', 'Two.', 'Three.', 'Four.']);
  });
});
