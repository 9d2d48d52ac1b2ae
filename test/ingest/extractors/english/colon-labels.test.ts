import { describe, expect, test } from 'vitest';
import { attribute } from '../../../../src/ingest/extractors/english/attribute.ts';
import { read } from '../../../../src/ingest/extractors/english/read.ts';

/** Sources of what stands behind a colon. */
function sources(text: string) {
  return attribute(read(text)).flatMap(({ source, cue }) =>
    source !== null && cue?.lemma === ':' ? [text.slice(source.start, source.end)] : [],
  );
}

describe('a colon in prose', () => {
  test.each([
    'Tickets: They cost five dollars at the door.',
    'Venue: The concert is held in the old church.',
    'Note: The museum closes at noon.',
    'ELECTION: Voters go to the polls on Sunday.',
    'Photo: Rain falls on the harbor.',
    'Green: The lamp is on when the engine runs.',
    'Volta (NASDAQ: VLTX) rose after it sold the mine.',
    'Anna Berg: a life in pictures.',
  ])('makes no speaker: %s', (text) => {
    expect(sources(`${text}\n\nIt rained on Monday.`)).toEqual([]);
  });

  test.each([
    ['Anna Berg: We will stay in the town.', 'Anna Berg'],
    ['Berg: “No tax, no town.”', 'Berg'],
    ['Berg: We will stay\n\nBerg said on Monday that nobody would leave.', 'Berg'],
    ['Mayor: Tunnel tax is dead\n\nNobody would leave, the mayor said.', 'Mayor'],
    ['EK: We will stay\n\nOla Ek has left the town.', 'EK'],
    ['BERG: We will stay\n\nNobody would leave, said Anna Berg on Monday.', 'BERG'],
  ])('makes one: %s', (text, source) => {
    expect(sources(text)).toEqual([source]);
  });

  test('makes one of a label in capitals that comes back', () => {
    const text = '“LUND: Will you stay in the town?\n\n“The mayor was asked.\n\n“LUND: Will you?”';
    expect(sources(`It rained.\n\n${text}`)).toEqual(['LUND', 'LUND']);
  });
});
