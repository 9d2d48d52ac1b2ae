import { describe, expect, it, test } from 'vitest';
import type { EvidenceRole, EvidenceVerdict } from '../../src/evidence/model.ts';
import { standingOfStatement } from '../../src/statement/model-standing.ts';

const pieces = (...given: (readonly [EvidenceRole, EvidenceVerdict])[]) =>
  given.map(([role, verdict]) => ({ role, verdict }));

describe('a statement of an earlier version', () => {
  test.each<readonly [EvidenceVerdict[], string, string | null]>([
    [['EXACT'], 'STANDS', null],
    [['MOVED', 'NORMALIZED', 'EXACT'], 'STANDS', null],
    [['EXACT', 'ALTERED'], 'ALTERED', 'its words are changed in version 3 of the article'],
    [['EXACT', 'NOT_FOUND'], 'ALTERED', 'some of its words no longer stand in version 3 of the article'],
    [['ALTERED', 'NOT_FOUND'], 'ALTERED', 'some of its words no longer stand in version 3 of the article'],
    [['NOT_FOUND', 'NOT_FOUND'], 'GONE', 'its words no longer stand in version 3 of the article'],
  ])('with content that is %j: %s', (verdicts, standing, reason) => {
    const content = verdicts.map((verdict) => ['CONTENT', verdict] as const);
    expect(standingOfStatement(pieces(...content), 3)).toEqual({ standing, reason });
  });

  it('stands by its content, whatever became of who said it and how', () => {
    const evidence = pieces(
      ['SOURCE', 'NOT_FOUND'],
      ['CUE', 'ALTERED'],
      ['CONTENT', 'MOVED'],
      ['ADDRESSEE', 'NOT_FOUND'],
    );
    expect(standingOfStatement(evidence, 2).standing).toBe('STANDS');
  });

  it('without content stands by its cue, or its source', () => {
    expect(standingOfStatement(pieces(['SOURCE', 'EXACT'], ['CUE', 'NOT_FOUND']), 2).standing).toBe('GONE');
    expect(standingOfStatement(pieces(['ADDRESSEE', 'NOT_FOUND'], ['SOURCE', 'EXACT']), 2).standing).toBe(
      'STANDS',
    );
  });

  it('has evidence', () => {
    expect(() => standingOfStatement(pieces(['ADDRESSEE', 'EXACT']), 2)).toThrow(/has evidence/u);
  });
});
