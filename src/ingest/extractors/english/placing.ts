import type { Problem } from '../../../errors.ts';
import type { SpeechAct } from '../../../statement/model.ts';
import type { Stretch } from '../../../text/nested.ts';
import type { OffsetText } from '../../../text/offsets.ts';
import type { PlacedElements, PlacedMention, PlacedRelation, PlacedStatement } from '../placed.ts';
import type { FoundRelation } from './found-relations.ts';
import { Ids, MAX_ELEMENTS } from './local-ids.ts';
import type { Range } from './reading.ts';
import type { Mention, Referent } from './referent.ts';

/** What a document is made of, before it has ids and code points. */
export interface Found {
  readonly mentions: readonly Mention[];
  readonly statements: readonly FoundStatement[];
  readonly relations: readonly FoundRelation[];
}

/** A statement by the entities themselves. */
export interface FoundStatement {
  readonly acts: readonly SpeechAct[];
  readonly speakers: readonly Referent[];
  readonly source: readonly Range[];
  readonly mention: Mention | null;
  readonly speakingAs: Referent | null;
  readonly onBehalfOf: Referent | null;
  readonly cue: readonly Range[];
  readonly lemma: string | null;
  readonly content: readonly Range[];
  readonly addressee: {
    readonly entities: readonly Referent[];
    readonly evidence: Range;
    readonly carried: boolean;
  } | null;
  readonly about: readonly Referent[];
  /** Places in the list of statements. */
  readonly aboutStatements: readonly number[];
  readonly within: number | null;
  /** Of a transcript. */
  readonly turn: boolean;
  readonly confidence: number;
}

/** That a document can have. */
const MAX_MENTIONS = 20_000;

/** What a document has room for, and what was left out for the lack of it. */
export interface Placed {
  readonly elements: PlacedElements;
  readonly refused: readonly Problem[];
}

/** Gives ids, and offsets in code points. Entities are those that something refers to, in the order of their first mention. */
export function placedElements(text: OffsetText, { mentions: found, statements, relations }: Found): Placed {
  const ids = new Ids();
  const room = new Room();
  const at = ({ start, end }: Range): Stretch => ({ start: text.codePoint(start), end: text.codePoint(end) });
  const known = (list: readonly Referent[]) => list.flatMap((each) => ids.of(each) ?? []);
  const one = (each: Referent | null) => (each === null ? null : ids.of(each));
  const distinctMentions = distinct(found).filter(({ entities, literally }) =>
    ids.have(literally === null ? entities : [...entities, literally]),
  );
  const mentions = room.first('mentions', distinctMentions, MAX_MENTIONS);
  const mentionIds = new Map(mentions.map((mention, place) => [mention, `m${place + 1}`]));
  const mentionId = (mention: Mention | null) =>
    (mention === null ? undefined : mentionIds.get(mention)) ?? null;
  const placedMentions = mentions.map((mention): PlacedMention => {
    const { kind, reading, literally, antecedent, entities } = mention;
    const id = mentionId(mention) ?? '';
    return {
      pointer: `/mentions/${id}`,
      id,
      ...at(mention),
      kind,
      reading,
      entities: known(entities),
      literally: one(literally),
      antecedent: mentionId(antecedent),
    };
  });
  const placedStatements = room
    .first('statements', statements, MAX_ELEMENTS)
    .map((statement, place): PlacedStatement => {
      const { addressee, content, within } = statement;
      const id = idOf(place);
      return {
        pointer: `/statements/${id}`,
        id,
        acts: statement.acts,
        speakers: known(statement.speakers),
        source: statement.source.map(at),
        mention: mentionId(statement.mention),
        speakingAs: one(statement.speakingAs),
        onBehalfOf: one(statement.onBehalfOf),
        cue: statement.cue.map(at),
        lemma: statement.lemma,
        content: content.map(at),
        addressee:
          addressee === null
            ? null
            : {
                pointer: `/statements/${id}/addressee`,
                entities: known(addressee.entities),
                text: text.text.slice(addressee.evidence.start, addressee.evidence.end),
                evidence: [at(addressee.evidence)],
                carried: addressee.carried,
              },
        about: known(statement.about),
        aboutStatements: statement.aboutStatements.map(idOf),
        // Where there is content, its place tells.
        within: content.length > 0 || within === null ? null : idOf(within),
        turn: statement.turn,
        confidence: statement.confidence,
      };
    });
  const placedRelations = room
    .first(
      'relations',
      relations.filter(({ from, to }) => ids.have([from, to])),
      MAX_ELEMENTS,
    )
    .map(({ type, from, to, evidence, reference }, place): PlacedRelation => {
      const id = `r${place + 1}`;
      const ends = { from: ids.of(from) ?? '', to: ids.of(to) ?? '' };
      return { pointer: `/relations/${id}`, id, type, ...ends, evidence: evidence.map(at), reference };
    });
  const entities = ids.entities();
  return {
    elements: {
      entities,
      mentions: placedMentions,
      statements: placedStatements,
      relations: placedRelations,
    },
    refused: [...room.refused, ...(ids.isFull ? [tooMany('entities', MAX_ELEMENTS)] : [])],
  };
}

function idOf(place: number): string {
  return `s${place + 1}`;
}

/** Cuts lists that are too long for a document. */
class Room {
  readonly refused: Problem[] = [];

  first<T>(name: string, list: readonly T[], limit: number): readonly T[] {
    if (list.length > limit) this.refused.push(tooMany(name, limit));
    return list.slice(0, limit);
  }
}

function tooMany(name: string, limit: number): Problem {
  return {
    pointer: '/text',
    reason: `has more than ${limit} ${name}, which a document cannot have: the last ones are left out`,
  };
}

/** The first of those with one place. */
function distinct(mentions: readonly Mention[]): Mention[] {
  const places = new Set<string>();
  return mentions.filter(({ start, end, entities }) => {
    const place = `${start}-${end}`;
    if (entities.length === 0 || places.has(place)) return false;
    places.add(place);
    return true;
  });
}
