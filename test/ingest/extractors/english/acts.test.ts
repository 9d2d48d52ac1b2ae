import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { actsOf } from '../../../../src/ingest/extractors/english/acts.ts';
import { attribute } from '../../../../src/ingest/extractors/english/attribute.ts';
import { phrasesIn } from '../../../../src/ingest/extractors/english/phrase-finder.ts';
import { read } from '../../../../src/ingest/extractors/english/read.ts';
import { goldArticles } from '../../../support/extraction/gold.ts';
import type { Span } from '../../../support/extraction/marked.ts';

const FIRST = fileURLToPath(new URL('../../../../data/izvestia-2021-03-22.json', import.meta.url));

/** Of the first attribution of a text. */
function acts(text: string, turn = false): readonly string[] {
  const phrases = phrasesIn(read(text));
  const found = attribute(phrases.reading, phrases)[0];
  if (found === undefined) throw new Error(`nothing is attributed in: ${text}`);
  const { source, cue, content, frame } = found;
  return actsOf(phrases, {
    source,
    cue: cue?.range ?? null,
    lemma: cue?.lemma ?? null,
    content,
    frame,
    turn,
  });
}

describe('acts', () => {
  test.each([
    // What the cue tells
    ['Ek promised that the bridge would be open by May.', 'PROMISE'],
    ['Ek intends to close the mine.', 'PROMISE'],
    ['Ek denied that he would resign.', 'DENY'],
    ['Ek demanded that the mayor resign.', 'DEMAND'],
    ['Ek wants the mayor to resign.', 'DEMAND'],
    ['Ek told the crowd to go home.', 'DEMAND'],
    ['Ek asked Berg to stay.', 'DEMAND'],
    ['Ek asked whether Berg would stay.', 'ASK'],
    ['Ek offered to pay for the bridge.', 'PROPOSE'],
    ['Ek recommended moving the market.', 'PROPOSE'],
    ['Ek predicted that the roof would fall.', 'PREDICT'],
    ['Ek threatened to close the road.', 'THREATEN'],
    ['Ek apologized for the noise.', 'APOLOGIZE'],
    ['Ek praised the mayor for her patience.', 'PRAISE'],
    ['Ek criticized the plan.', 'CRITICIZE'],
    ['Ek called the plan a disaster.', 'CRITICIZE'],
    ['Ek called the plan “a gift to builders”.', 'CRITICIZE'],
    ['Ek called the plan a fantasy.', 'ASSERT'],
    ['Ek called the talks useful.', 'ASSERT'],
    ['Ek called the report true.', 'ASSERT'],
    ['Ek called for a vote.', 'DEMAND'],
    ['“I am sad,” Ek said.', 'ASSERT'],
    ['“I was wrong,” Ek said.', 'ASSERT'],
    ['“I am disgusted,” Ek said.', 'CRITICIZE'],
    ['Ek said that she was sad.', 'ASSERT'],
    ['Ek said that the plan was sad.', 'CRITICIZE'],
    ['Ek called the film a masterpiece.', 'PRAISE'],
    ['Ek described the plan as a summary of the law.', 'ASSERT'],
    ['Nobody heard Ek’s offer to hold talks.', 'PROPOSE'],
    // What the content does
    ['Ek believes that the talks failed.', 'ASSERT'],
    ['Ek said that the bridge was closed.', 'ASSERT'],
    ['Ek said that the bridge must be closed.', 'DEMAND'],
    ['Ek said the town needs to sell the bridge.', 'DEMAND'],
    ['Ek says the towns have to talk.', 'DEMAND'],
    ['According to Ek, in no way should the towns stop talking.', 'DEMAND'],
    ['Ek said that prices would fall.', 'PREDICT'],
    ['The bridge may collapse, Ek said.', 'PREDICT'],
    ['Ek said that the bridge was likely to collapse.', 'PREDICT'],
    ['A new bridge would be useful, experts say.', 'ASSERT'],
    ['Ek said that he would pay for the bridge.', 'PROMISE'],
    ['“We will rebuild the bridge,” Ek said.', 'PROMISE'],
    ['“They will rebuild the bridge,” Ek said.', 'PREDICT'],
    ['“Who will pay?” Ek said.', 'ASK'],
    ['“Let us talk again,” Ek said.', 'PROPOSE'],
    ['“Please close the door,” Ek said.', 'DEMAND'],
    ['“Do not cross the bridge,” Ek said.', 'DEMAND'],
    ['“This is a disgrace,” Ek said.', 'CRITICIZE'],
    ['“This is not a disgrace,” Ek said.', 'ASSERT'],
    ['“She is a hero,” Ek said.', 'PRAISE'],
    ['“That is not true,” Ek said.', 'DENY'],
    ['“We stole nothing,” Ek said.', 'DENY'],
    ['“I am sorry,” Ek said.', 'APOLOGIZE'],
    ['“I think we should talk,” Ek said.', 'DEMAND'],
    // A clause that is not the main one does nothing
    ['Ek said that he left because the mayor will sell the bridge.', 'ASSERT'],
    ['Ek said that the man who must pay is away.', 'ASSERT'],
    ['If the roof collapses, the school must close, Ek said.', 'DEMAND'],
    // In text order, each once
    [
      '“Is it safe? You must not cross the bridge. It will fall. It will fall soon,” Ek said.',
      'ASK DEMAND PREDICT',
    ],
    ['“It is raining. We will wait,” Ek said.', 'ASSERT PROMISE'],
  ])('of %s are %s', (text, expected) => {
    expect(acts(text)).toEqual(expected.split(' '));
  });

  test('of a turn are those of its own words', () => {
    expect(acts('MR. EK: We will see you soon.', true)).toEqual(['PREDICT']);
  });

  test('are those of words that are no sentence, too', () => {
    expect(acts('“…!,” Ek said. “A day of rain.”')).toEqual(['ASSERT']);
  });
});

describe('acts of articles annotated by hand', () => {
  /** Acts as annotated and as found, of the statements whose cue is found. */
  function compared(text: string, statements: readonly { cue: Span | null; acts: readonly string[] }[]) {
    const found = attribute(read(text));
    return statements.flatMap(({ cue, acts: meant }) => {
      const same = found.find(
        (one) =>
          cue !== null && one.cue !== null && one.cue.range.start < cue.end && one.cue.range.end > cue.start,
      );
      return same === undefined ? [] : [{ meant: meant.join(' '), found: same.acts.join(' ') }];
    });
  }

  test('are those of the first article', () => {
    const { article, statements } = JSON.parse(readFileSync(FIRST, 'utf8'));
    const all = compared(
      article.text,
      statements.map((statement: { cue: { evidence: Span[] }; acts: string[] }) => ({
        cue: statement.cue.evidence[0] ?? null,
        acts: statement.acts,
      })),
    );
    expect(all.length).toBeGreaterThan(10);
    expect(all.filter(({ meant, found }) => meant !== found)).toEqual([]);
  });

  test('are mostly those of the gold articles', () => {
    const all = goldArticles().flatMap(({ text, statements }) => compared(text, statements));
    expect(all.length).toBeGreaterThan(100);
    expect(all.filter(({ meant, found }) => meant === found).length / all.length).toBeGreaterThan(0.88);
  });
});
