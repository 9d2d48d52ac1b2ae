import { foldName } from '../../text/fold.ts';
import { personName } from './person-name.ts';
import type { PlacedEntity } from './placed.ts';

/** Longer words name nobody. */
const MAX_NAME = 500;
/** That a document can have. */
const MAX_ENTITIES = 5_000;

/** The entities of one article by what refers to them, with those made for sources that no entity is known for. */
export class Cast {
  readonly #entities: PlacedEntity[] = [];
  readonly #ids = new Set<string>();
  /** By id as given and by folded name; null for a name of several. */
  readonly #byReference = new Map<string, PlacedEntity>();
  readonly #byName = new Map<string, PlacedEntity | null>();

  /** `reserved`: local ids that none may get. */
  constructor(reserved: readonly string[] = []) {
    for (const id of reserved) this.#ids.add(id);
  }

  /** Whether there is room for no more. */
  get isFull(): boolean {
    return this.#ids.size >= MAX_ENTITIES;
  }

  get entities(): readonly PlacedEntity[] {
    return this.#entities;
  }

  /** Adds one under a free local id. By `reference` it is found, too; the first of several with one reference counts. */
  add(entity: Omit<PlacedEntity, 'id'>, reference: string | null = null): PlacedEntity {
    const added = { ...entity, id: this.#freeId(reference) };
    this.#entities.push(added);
    if (reference !== null && !this.#byReference.has(reference)) this.#byReference.set(reference, added);
    if (added.type !== 'UNNAMED_SOURCE') for (const name of namesOf(added)) this.#name(name, added);
    return added;
  }

  /** The one with an id as it was given, or else with a name; null where none has it, or several have the name. */
  find(reference: string): PlacedEntity | null {
    return this.#byReference.get(reference) ?? this.#byName.get(foldName(reference)) ?? null;
  }

  /**
   * Whom the words of a source name: the entity of that name, a person where they clearly are a person's name, else an unnamed source of
   * these words. Unnamed sources are one for each place: two that are called "officials" need not be the same. Null where the words can
   * be nobody's, or the document is full.
   */
  ofSource(words: string, pointer: string): PlacedEntity | null {
    const name = words.replace(/[\s\p{Cc}]+/gu, ' ').trim();
    const known = this.find(name);
    if (known !== null) return known;
    if (this.isFull) return null;
    const person = personName(name);
    if (person !== null) return this.find(person) ?? this.#addPerson(person, pointer);
    if (name === '' || name.length > MAX_NAME || foldName(name) === '') return null;
    return this.add({ pointer, type: 'UNNAMED_SOURCE', name });
  }

  /** The last name alone usually means whom the article has named in full. */
  #addPerson(name: string, pointer: string): PlacedEntity {
    const added = this.add({ pointer, type: 'PERSON', name });
    this.#name(name.split(' ').at(-1) ?? name, added);
    return added;
  }

  #name(name: string, entity: PlacedEntity): void {
    const folded = foldName(name);
    const other = this.#byName.get(folded);
    if (other === undefined) this.#byName.set(folded, entity);
    else if (other === entity) return;
    // Two of one type and name become one entity of the document.
    else if (other !== null && other.type !== entity.type) this.#byName.set(folded, null);
    else if (other !== null && foldName(other.name) !== folded) this.#byName.set(folded, null);
  }

  #freeId(reference: string | null): string {
    const wanted =
      reference !== null && /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(reference) ? reference : null;
    let id = wanted ?? `e${this.#entities.length + 1}`;
    for (let count = this.#entities.length + 1; this.#ids.has(id); count += 1) id = `entity-${count}`;
    this.#ids.add(id);
    return id;
  }
}

function namesOf({ name, aliases = [] }: PlacedEntity): readonly string[] {
  return [...new Set([name, ...aliases].map(foldName))];
}
