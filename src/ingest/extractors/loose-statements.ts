import type { Problem } from '../../errors.ts';
import { SILENT_ACTS } from '../../statement/model.ts';
import type { Stretch } from '../../text/nested.ts';
import type { OffsetText } from '../../text/offsets.ts';
import type { Cast } from './cast.ts';
import type { LooseStatement, Passage } from './loose.ts';
import { type Company, type Finder, hullOf } from './loose-places.ts';
import { joined } from './nesting.ts';
import type { PlacedAddressee, PlacedStatement } from './placed.ts';

interface Given {
  readonly pointer: string;
  readonly statement: LooseStatement;
}

type Placing = PlacedStatement | 'under way' | 'refused';

interface Found extends Company {
  readonly content: readonly Stretch[];
}

/** Finds the words of statements; what has no place is refused, with the statement where that cannot do without it. */
export class StatementPlaces {
  readonly refused: Problem[] = [];
  readonly #text: OffsetText;
  readonly #finder: Finder;
  readonly #cast: Cast;
  readonly #byId = new Map<string, Given>();
  readonly #placings = new Map<Given, Placing>();

  constructor(text: OffsetText, finder: Finder, cast: Cast) {
    this.#text = text;
    this.#finder = finder;
    this.#cast = cast;
  }

  /** In the order given. */
  place(statements: readonly Given[]): PlacedStatement[] {
    for (const given of statements) {
      const { id } = given.statement;
      if (id !== null && id !== undefined && !this.#byId.has(id)) this.#byId.set(id, given);
    }
    return statements.flatMap((given) => {
      const placing = this.#placingOf(given);
      return typeof placing === 'string' ? [] : [placing];
    });
  }

  #refuse({ pointer }: Given, field: string, reason: string): null {
    this.refused.push({ pointer: `${pointer}${field}`, reason });
    return null;
  }

  /** Those that others stand in come first, whatever the order. */
  #placingOf(given: Given): Placing {
    const known = this.#placings.get(given);
    if (known !== undefined) return known;
    this.#placings.set(given, 'under way');
    const chain: Given[] = [given];
    for (let next = this.#outerOf(given); next !== null; next = this.#outerOf(next)) {
      if (this.#placings.has(next)) break;
      this.#placings.set(next, 'under way');
      chain.push(next);
    }
    for (const each of chain.reverse()) this.#placings.set(each, this.#placed(each) ?? 'refused');
    return this.#placings.get(given) ?? 'refused';
  }

  #outerOf({ statement: { within } }: Given): Given | null {
    return within === null || within === undefined ? null : (this.#byId.get(within) ?? null);
  }

  #placed(given: Given): PlacedStatement | null {
    const { pointer, statement } = given;
    const acts = statement.acts ?? ['ASSERT'];
    const isSilent = acts.every((act) => SILENT_ACTS.includes(act));
    const pieces = piecesOf(statement);
    if (isSilent !== (pieces.length === 0)) {
      const reason = isSilent
        ? `${acts.join(' and ')} means that nothing was said: leave the content out`
        : `is missing: give the words that were said; only ${SILENT_ACTS.join(' and ')} go without`;
      return this.#refuse(given, '/content', reason);
    }
    const within = this.#around(given);
    if (within === null) return null;
    const found = this.#found(given, pieces, within);
    if (found === null) return null;
    const { content, source, cue, cueReason } = found;
    if (cueReason !== null) this.#refuse(given, '/cue', cueReason);
    if (content.length === 0 && source === null && cue === null)
      return this.#refuse(
        given,
        '/cue',
        'a statement without content needs the words of its cue or its source',
      );
    const speakers = this.#speakers(given, source);
    if (speakers === null) return null;
    const outer = this.#outerOf(given);
    return {
      pointer,
      id: this.#idOf(given),
      acts,
      speakers,
      source: source === null ? [] : [source],
      cue: cue === null ? [] : [cue],
      lemma: lemmaOf(statement),
      content,
      addressee: this.#addressee(given, found, within),
      about: this.#entities(given, 'about', statement.about ?? []),
      within: outer === null ? null : this.#idOf(outer),
      saidAt: statement.saidAt,
      confidence: statement.confidence ?? 1,
    };
  }

  /** What the words stand inside of, where that is known; null where it is refused. */
  #around(given: Given): { readonly within?: readonly Stretch[] } | null {
    const { within, passage } = given.statement;
    if (within !== null && within !== undefined) {
      const outer = this.#byId.get(within);
      if (outer === undefined)
        return this.#refuse(given, '/within', `no statement has the id "${within.slice(0, 100)}"`);
      const placing = this.#placings.get(outer);
      if (placing === 'under way')
        return this.#refuse(
          given,
          '/within',
          'a statement cannot stand in itself, directly or through others',
        );
      if (placing === undefined || typeof placing === 'string')
        return this.#refuse(given, '/within', `stands in ${outer.pointer}, which is refused`);
      return { within: placing.content };
    }
    if (passage === null || passage === undefined) return {};
    const found = this.#finder.find(passage);
    // Only a help to find the rest, which may have a place without it.
    return 'found' in found ? { within: [found.found] } : {};
  }

  #found(
    given: Given,
    pieces: readonly Passage[],
    where: { readonly within?: readonly Stretch[] },
  ): Found | null {
    const { source = null, cue = null } = given.statement;
    const outside = where.within !== undefined && given.statement.within ? {} : where;
    const [only] = pieces;
    if (only !== undefined && pieces.length === 1) {
      const places = this.#finder.contents(only, where);
      if ('reason' in places) return this.#refuse(given, '/content', places.reason);
      return this.#likeliest(given, places.found, source, cue, outside);
    }
    const content = this.#pieces(given, pieces, where);
    if (content === null) return null;
    const company =
      content.length === 0
        ? this.#alone(source, cue, where)
        : this.#finder.company(content, source, cue, outside);
    if ('reason' in company)
      return this.#refuse(given, content.length === 0 ? '' : '/source', company.reason);
    return { ...company.found, content: joined(content) };
  }

  /** Pieces that stand in one place only tell where the others stand, which are between them. */
  #pieces(
    given: Given,
    pieces: readonly Passage[],
    where: { readonly within?: readonly Stretch[] },
  ): Stretch[] | null {
    const sure = pieces.map((piece) => this.#finder.find(piece, where));
    const content: Stretch[] = [];
    for (const [at, piece] of pieces.entries()) {
      const before = content.at(-1);
      const next = sure.slice(at + 1).flatMap((later) => ('found' in later ? [later.found] : []))[0];
      const found = this.#finder.find(piece, {
        ...where,
        from: before?.end,
        until: next?.start,
        near: before ?? next,
      });
      if ('reason' in found) return this.#refuse(given, `/content/${at}`, found.reason);
      content.push(found.found);
    }
    return content;
  }

  /** Of the places of a content the one whose source and cue stand nearest. */
  #likeliest(
    given: Given,
    contents: readonly Stretch[],
    source: Passage | null,
    cue: Passage | null,
    where: { readonly within?: readonly Stretch[] },
  ): Found | null {
    const tried = contents.map((content) => ({
      content,
      company: this.#finder.company([content], source, cue, where),
    }));
    const sound = tried.flatMap(({ content, company }) =>
      'found' in company ? [{ ...company.found, content: [content] }] : [],
    );
    const [first] = tried;
    if (first !== undefined && 'reason' in first.company && sound.length === 0)
      return this.#refuse(given, '/source', first.company.reason);
    const least = Math.min(...sound.map(({ cost }) => cost));
    const best = sound.filter(({ cost }) => cost === least);
    if (best[0] !== undefined && best.length === 1) return best[0];
    const where_ = contents
      .map(({ start }) => start)
      .slice(0, 10)
      .join(', ');
    const reason = `AMBIGUOUS: the words stand there ${contents.length} times (at ${where_}), and their source and cue do not tell which are meant; give the words before and after them`;
    return this.#refuse(given, '/content', reason);
  }

  /** Without content, source and cue have to find each other. */
  #alone(
    source: Passage | null,
    cue: Passage | null,
    where: { readonly within?: readonly Stretch[] },
  ): ReturnType<Finder['company']> {
    const [first, second] = source === null ? [cue, null] : [source, cue];
    if (first === null) return { found: { source: null, cue: null, cueReason: null, cost: 0 } };
    const places = this.#finder.contents(first, where);
    if ('reason' in places) return places;
    const tried = places.found.flatMap((place) => {
      const company = this.#finder.company([place], null, second, where);
      return 'found' in company ? [{ ...company.found, place }] : [];
    });
    const least = Math.min(...tried.map(({ cost }) => cost));
    const best = tried.filter(({ cost }) => cost === least);
    const [only] = best;
    if (only === undefined || best.length > 1)
      return {
        reason: 'AMBIGUOUS: the words stand there several times; give the words before and after them',
      };
    const { place, cue: other, cueReason, cost } = only;
    return {
      found:
        source === null
          ? { source: null, cue: place, cueReason, cost }
          : { source: place, cue: other, cueReason, cost },
    };
  }

  #speakers(given: Given, source: Stretch | null): string[] | null {
    const { speakers } = given.statement;
    if (speakers !== null && speakers !== undefined && speakers.length > 0) {
      const known = this.#entities(given, 'speakers', speakers);
      return known.length > 0 ? known : null;
    }
    if (source === null) return [];
    const entity = this.#cast.ofSource(this.#text.slice(source.start, source.end), `${given.pointer}/source`);
    return entity === null
      ? this.#refuse(given, '/source', 'names nobody who could be added to the entities of the document')
      : [entity.id];
  }

  #addressee(
    given: Given,
    { content, source, cue }: Found,
    where: { readonly within?: readonly Stretch[] },
  ): PlacedAddressee | null {
    const { addressee, addressees, within } = given.statement;
    if (addressee === null || addressee === undefined) {
      if (addressees !== null && addressees !== undefined && addressees.length > 0)
        this.#refuse(given, '/addressees', 'needs the words that name who was told, as `addressee`');
      return null;
    }
    const hull = hullOf([...content, ...[source, cue].filter((place) => place !== null)]);
    const found = this.#finder.beside(addressee, content, hull, within ? {} : where);
    if ('reason' in found) return this.#refuse(given, '/addressee', found.reason);
    const text = this.#text.slice(found.found.start, found.found.end).replace(/[\s\p{Cc}]+/gu, ' ');
    const named = this.#cast.find(text);
    const entities =
      addressees !== null && addressees !== undefined
        ? this.#entities(given, 'addressees', addressees)
        : named === null
          ? []
          : [named.id];
    return { pointer: `${given.pointer}/addressee`, entities, text, evidence: [found.found] };
  }

  /** Local ids; references that lead nowhere are refused one by one. */
  #entities(given: Given, field: string, references: readonly string[]): string[] {
    return references.flatMap((reference, at) => {
      const entity = this.#cast.find(reference);
      if (entity !== null) return [entity.id];
      this.#refuse(
        given,
        `/${field}/${at}`,
        `no entity, or several, have the id or name "${reference.slice(0, 100)}"`,
      );
      return [];
    });
  }

  #idOf({ pointer, statement: { id } }: Given): string {
    const given = id !== null && id !== undefined ? this.#byId.get(id)?.pointer === pointer : false;
    if (given && /^[A-Za-z][A-Za-z0-9._-]{0,63}$/.test(id ?? '') && !/^s\d+$/.test(id ?? '')) return id ?? '';
    return `s${Number(pointer.split('/').at(-1)) + 1}`;
  }
}

function piecesOf({ content }: LooseStatement): readonly Passage[] {
  if (content === null || content === undefined) return [];
  return Array.isArray(content) ? content : [content as Passage];
}

/** Only a help to search by: one that cannot be kept is left out. */
function lemmaOf({ lemma }: LooseStatement): string | null {
  const words = lemma?.replace(/[\s\p{Cc}\p{Surrogate}]+/gu, ' ').trim() ?? '';
  return words === '' || words.length > 100 ? null : words;
}
