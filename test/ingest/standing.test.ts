import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  articleProps,
  laterOf,
  type RunState,
  standingOf,
  type VersionState,
} from '../../src/ingest/standing.ts';

function version(id: string, retrievedAt: string | null, sha256 = id): VersionState {
  return { id, sha256, retrievedAt };
}

function run(id: string, versionId: string, more: Partial<RunState> = {}): RunState {
  return {
    id,
    versionId,
    method: 'HAND',
    startedAt: '2024-01-01T00:00:00.000Z',
    title: null,
    url: null,
    language: 'en',
    publishedAt: null,
    ...more,
  };
}

describe('the versions of an article', () => {
  it('go by the time at which their text was taken, then by the hash of the text', () => {
    const versions = [
      version('late', '2024-03-02T00:00:00.000Z'),
      version('b', null),
      version('early', '2024-03-01T00:00:00.000Z'),
      version('a', null),
    ];
    const runs = versions.map(({ id }) => run(`r-${id}`, id));
    const standing = standingOf(versions, runs);
    expect(standing.versions.map(({ id }) => id)).toEqual(['a', 'b', 'early', 'late']);
    expect(standing.currentRun.id).toBe('r-late');
  });

  it('that was taken again later has the later time', () => {
    const [early, late] = ['2024-03-01T00:00:00.000Z', '2024-03-02T00:00:00.000Z'];
    expect([laterOf(early, late), laterOf(late, early)]).toEqual([late, late]);
    expect([laterOf(null, early), laterOf(early, null), laterOf(null, null)]).toEqual([early, early, null]);
  });

  it('without a run for the last one are a fault of the caller', () => {
    expect(() => standingOf([version('a', null), version('b', null)], [run('r', 'a')])).toThrow(
      'version b has no run',
    );
  });
});

describe('the current run', () => {
  const tool = { method: 'TOOL' };
  const later = { startedAt: '2024-02-01T00:00:00.000Z' };
  it.each<[string, RunState[], string]>([
    ['made by hand', [run('t', 'v', { ...tool, ...later }), run('h', 'v')], 'h'],
    ['that began last', [run('a', 'v', later), run('b', 'v')], 'a'],
    ['with the last id of those that began together', [run('b', 'v'), run('a', 'v')], 'b'],
    ['by a tool where there is no other', [run('t', 'v', tool), run('u', 'v', { ...tool, ...later })], 'u'],
    ['of the current version', [run('t', 'v', tool), run('h', 'other', later)], 't'],
  ])('is the one %s', (_what, runs, expected) => {
    const versions = [version('other', null), version('v', '2024-03-01T00:00:00.000Z')];
    expect(standingOf(versions, runs).currentRun.id).toBe(expected);
    expect(standingOf(versions.toReversed(), runs.toReversed()).currentRun.id).toBe(expected);
  });

  it('and the order of versions depend on nothing but the set', () => {
    const time = fc.constantFrom(null, '2024-03-01T00:00:00.000Z', '2024-03-02T00:00:00.000Z');
    const versions = fc
      .uniqueArray(fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), time }), {
        minLength: 1,
        selector: ({ id }) => id,
      })
      .map((all) => all.map((each) => version(each.id, each.time)));
    const method = fc.constantFrom('HAND', 'TOOL');
    fc.assert(
      fc.property(versions, fc.array(fc.tuple(method, time), { maxLength: 6 }), fc.nat(), (all, more, by) => {
        const rotated = <T>(list: readonly T[]) => [...list.slice(by % 7), ...list.slice(0, by % 7)];
        const runs = [
          ...all.map(({ id }) => run(`r-${id}`, id)),
          ...more.map(([made, startedAt], index) =>
            run(`m-${index}`, all[index % all.length]?.id ?? '', {
              method: made,
              startedAt: startedAt ?? '2023-01-01T00:00:00.000Z',
            }),
          ),
        ];
        expect(standingOf(rotated(all), rotated(runs))).toEqual(standingOf(all, runs));
      }),
    );
  });

  it('makes what the article shows', () => {
    const current = run('r', 'v', {
      title: 'T',
      url: 'https://daily.example/t',
      publishedAt: '2024-03',
    });
    expect(articleProps(standingOf([version('v', null)], [current]))).toEqual({
      title: 'T',
      url: 'https://daily.example/t',
      language: 'en',
      publishedAt: '2024-03',
      dateKey: '2024-03-01/2024-03-31',
      currentVersionId: 'v',
    });
    expect(articleProps(standingOf([version('v', null)], [run('r', 'v')]))).toMatchObject({
      title: null,
      dateKey: null,
    });
  });
});
