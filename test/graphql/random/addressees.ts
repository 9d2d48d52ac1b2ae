import type { Item } from '../recorded.ts';
import { type Draft, nameIn, type Span } from './draft.ts';
import type { StatementPlan } from './plans.ts';

type Addressee = NonNullable<Item<'statements'>['addressee']>;

/** Whom a statement was told to, in words at this place. `own` are its words so far. */
export function addresseeOf(
  draft: Draft,
  { state, entities, text }: StatementPlan['addressee'],
  speakers: readonly string[],
  own: readonly Span[],
): Addressee {
  if (state === 'CARRIED') return carriedTo(draft, speakers, own);
  if (state !== 'KNOWN') return { state };
  const reporters = text || entities.length === 0;
  const names = entities.map((key) => nameIn(key, 0));
  draft.say('to ');
  const span = draft.say([...names, ...(reporters ? ['reporters'] : [])].join(' and '));
  draft.say(' ');
  return {
    state,
    entities: draft.annotates ? draft.localIds(entities) : [],
    text: reporters ? 'reporters' : null,
    evidence: [span],
  };
}

/** From the last statement before that names one for a speaker of this. */
function carriedTo(draft: Draft, speakers: readonly string[], own: readonly Span[]): Addressee {
  const first = Math.min(...own.map(({ start }) => start));
  const named = draft.statements.findLast(
    ({ source, cue, content = [], addressee }) =>
      addressee?.state === 'KNOWN' &&
      addressee.carried !== true &&
      source.speakers.some((id) => speakers.includes(id)) &&
      [...(source.evidence ?? []), ...(cue?.evidence ?? []), ...content].some(({ start }) => start < first),
  );
  return named?.addressee === undefined ? { state: 'UNKNOWN' } : { ...named.addressee, carried: true };
}
