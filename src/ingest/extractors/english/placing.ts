import type { Stretch } from '../../../text/nested.ts';
import type { OffsetText } from '../../../text/offsets.ts';
import { OUTLET_ID } from '../article.ts';
import type {
  PlacedElements,
  PlacedEntity,
  PlacedMention,
  PlacedRelation,
  PlacedStatement,
} from '../placed.ts';
import type { Fact } from './facts.ts';
import { slug } from './local-ids.ts';
import type { Range } from './reading.ts';
import type { Mention, Referent } from './referent.ts';

/** What a document is made of, before it has ids and code points. */
export interface Found {
  readonly mentions: readonly Mention[];
  readonly statements: readonly FoundStatement[];
  readonly facts: readonly Fact[];
}

export interface FoundStatement
  extends Omit<
    PlacedStatement,
    'pointer' | 'id' | 'speakers' | 'source' | 'mention' | 'speakingAs' | 'onBehalfOf' | 'cue' | 'content' | 'addressee' | 'about' | 'aboutStatements' | 'within'
  > {
  readonly speakers: readonly Referent[];
  readonly source: readonly Range[];
  readonly mention: Mention | null;
  readonly speakingAs: Referent | null;
  readonly onBehalfOf: Referent | null;
  readonly cue: readonly Range[];
  readonly content: readonly Range[];
  readonly addressee: {
    readonly entities: readonly Referent[];
    readonly evidence: readonly Range[];
    readonly carried: boolean;
  } | null;
  readonly about: readonly Referent[];
  /** Places in the list of statements. */
  readonly aboutStatements: readonly number[];
  readonly within: number | null;
}

/** Aliases kept for one entity. */
const MAX_ALIASES = 20;
/** That a document can have. */
const MAX_MENTIONS = 20_000;
const MAX_ELEMENTS = 5_000;

/** Gives ids, and offsets in code points. Entities are those that something refers to, in the order of their first place. */
export function placedElements(text: OffsetText, { mentions: found, statements, facts }: Found): PlacedElements {
  const ids = new Ids();
  const at = ({ start, end }: Range): Stretch => ({ start: text.codePoint(start), end: text.codePoint(end) });
  const mentions = distinct(found).slice(0, MAX_MENTIONS);
  const mentionIds = new Map(mentions.map((mention, place) => [mention, `m${place + 1}`]));
  const placedMentions = mentions.map((mention): PlacedMention => {
    const { kind, reading, literally, antecedent, entities } = mention;
    const id = mentionIds.get(mention) ?? '';
    return {
      pointer: `/mentions/${id}`,
      id,
      ...at(mention),
      kind,
      reading,
      entities: entities.map((each) => ids.of(each)),
      literally: literally === null ? null : ids.of(literally),
      antecedent: (antecedent === null ? undefined : mentionIds.get(antecedent)) ?? null,
    };
  });
  const placedStatements = statements.slice(0, MAX_ELEMENTS).map((statement, place): PlacedStatement => {
    const { source, cue, content, addressee, mention, speakers, about, speakingAs, onBehalfOf, ...rest } = statement;
    const id = `s${place + 1}`;
    return {
      ...rest,
      pointer: `/statements/${id}`,
      id,
      speakers: speakers.map((each) => ids.of(each)),
      source: source.map(at),
      mention: (mention === null ? undefined : mentionIds.get(mention)) ?? null,
      speakingAs: speakingAs === null ? null : ids.of(speakingAs),
      onBehalfOf: onBehalfOf === null ? null : ids.of(onBehalfOf),
      cue: cue.map(at),
      content: content.map(at),
      addressee:
        addressee === null
          ? null
          : {
              pointer: `/statements/${id}/addressee`,
              entities: addressee.entities.map((each) => ids.of(each)),
              text: addressee.evidence.map(({ start, end }) => text.text.slice(start, end)).join(' … '),
              evidence: addressee.evidence.map(at),
              carried: addressee.carried,
            },
      about: about.map((each) => ids.of(each)),
      aboutStatements: statement.aboutStatements.map((other) => `s${other + 1}`),
      // Where there is content, its place tells.
      within: content.length > 0 || statement.within === null ? null : `s${statement.within + 1}`,
    };
  });
  const relations = facts.slice(0, MAX_ELEMENTS).map(
    ({ type, from, to, evidence, reference }, place): PlacedRelation => ({
      pointer: `/relations/r${place + 1}`,
      id: `r${place + 1}`,
      type,
      from: ids.of(from),
      to: ids.of(to),
      evidence: evidence.map(at),
      reference,
    }),
  );
  return { entities: ids.entities(), mentions: placedMentions, statements: placedStatements, relations };
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

/** Local ids of entities, given when something refers to them. */
class Ids {
  readonly #ids = new Map<Referent, string>();
  readonly #taken = new Set<string>([OUTLET_ID]);

  of(referent: Referent): string {
    const known = this.#ids.get(referent);
    if (known !== undefined) return known;
    const base = slug(referent.name);
    let id = base;
    for (let count = 2; this.#taken.has(id); count += 1) id = `${base}-${count}`;
    this.#taken.add(id);
    this.#ids.set(referent, id);
    return id;
  }

  entities(): PlacedEntity[] {
    // Whose office it is comes in while they are listed.
    for (const { of, accreditedTo } of this.#ids.keys()) {
      if (of !== null) this.of(of);
      if (accreditedTo !== null) this.of(accreditedTo);
    }
    return [...this.#ids].map(([{ type, name, aliases, description, qid, isOutlet, of, accreditedTo }, id]) => ({
      pointer: `/entities/${id}`,
      id,
      type,
      name,
      aliases: [...aliases].filter((alias) => alias !== name).slice(0, MAX_ALIASES),
      description,
      qid,
      ...(isOutlet && { isOutlet }),
      of: of === null ? null : this.of(of),
      accreditedTo: accreditedTo === null ? null : this.of(accreditedTo),
    }));
  }
}
