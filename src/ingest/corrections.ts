import { ENTITY_NODE_TYPES, type EntityType } from '../entity/model.ts';
import { nodeId, typeOfId } from '../graph/id.ts';
import type { AddresseeState, SpeechAct, StatementKind } from '../statement/model.ts';
import type { AnnotatedEntity, AnnotatedStatement } from './annotation.ts';
import { isCarried, placesOfAddressees } from './check-addressee.ts';
import { entityKeys, privateKeys } from './entity-keys.ts';
import type { StoredDocument } from './stored-document.ts';

/** What a correction puts in the place of what its document says; what it leaves out stays. Entities are keys. */
export interface CorrectionChanges {
  readonly speakers?: readonly string[] | undefined;
  readonly about?: readonly string[] | undefined;
  readonly addressees?: readonly string[] | undefined;
  readonly addresseeState?: AddresseeState | undefined;
  readonly kind?: StatementKind | undefined;
  readonly acts?: readonly SpeechAct[] | undefined;
}

/** A standing decision that corrects a statement. */
export interface Correction {
  readonly id: string;
  readonly at: string;
  readonly statementId: string;
  readonly changes: CorrectionChanges;
}

/** Local ids begin with a letter or a digit, so that none of a document is one of these. */
const OUTSIDE = '@';

/**
 * The document as corrections leave it. Of two that change one field the later one counts, by time and id, in whatever order they are given. An entity
 * that the document does not have gets a local id of its own (`outsideKeys`). Pure; without corrections it is the document itself.
 */
export function correctedDocument<D extends StoredDocument>(
  document: D,
  runId: string,
  articleId: string,
  corrections: readonly Correction[],
): D {
  if (corrections.length === 0) return document;
  const byStatement = new Map<string, CorrectionChanges>();
  for (const { statementId, changes } of corrections.toSorted(inOrder))
    byStatement.set(statementId, withLater(byStatement.get(statementId) ?? {}, changes));
  const localOf = localIds(document, articleId);
  const mentioned = new Map(document.mentions.map(({ id, entities }) => [id, entities]));
  const statements = document.statements.map((statement) => {
    const changes = byStatement.get(nodeId('Statement', runId, statement.id));
    return changes === undefined ? statement : corrected(statement, changes, localOf, mentioned);
  });
  return { ...document, statements: withoutLooseEnds(statements) };
}

/** The local id by which statements of a corrected document name the entity of a key. */
export function localIds(document: StoredDocument, articleId: string): (key: string) => string {
  const keys = entityKeys(document.entities, articleId);
  const apart = privateKeys(document.entities, keys, articleId);
  const byKey = new Map([...apart, ...keys].map(([local, { id }]) => [id, local]));
  return (key) => byKey.get(key) ?? OUTSIDE + key;
}

/** The keys of the entities that statements of a corrected document name and it does not have, by local id. */
export function outsideKeys({ statements }: Pick<StoredDocument, 'statements'>): ReadonlyMap<string, string> {
  const locals = statements.flatMap(({ source, about, addressee }) => [
    ...source.speakers,
    ...about,
    ...addressee.entities,
  ]);
  const outside = locals.filter((local) => local.startsWith(OUTSIDE));
  return new Map(outside.map((local) => [local, local.slice(OUTSIDE.length)]));
}

/** What the check of a corrected document goes by: its own entities and the others, under names that are nobody's. */
export function entitiesWithOutside(document: StoredDocument): AnnotatedEntity[] {
  const others = [...outsideKeys(document)].map(([id, key]): AnnotatedEntity => {
    const none = { description: null, qid: null, of: null, accreditedTo: null };
    const undated = { signedOn: null, inForceUntil: null, heldOn: null };
    return { id, type: typeOfKey(key), name: id, aliases: [], isOutlet: false, ...none, ...undated };
  });
  return [...document.entities, ...others];
}

export function typeOfKey(key: string): EntityType {
  const type = typeOfId(key);
  const found = Object.entries(ENTITY_NODE_TYPES).find(([, each]) => each === type)?.[0];
  if (found === undefined) throw new Error(`"${key}" is no key of an entity`);
  return found as EntityType;
}

function inOrder(a: Correction, b: Correction): number {
  return a.at < b.at || (a.at === b.at && a.id < b.id) ? -1 : 1;
}

/** Who was spoken to and whether that is known are one thing: the later of two says both. */
function withLater(earlier: CorrectionChanges, later: CorrectionChanges): CorrectionChanges {
  const both = { ...earlier, ...present(later) };
  if (later.addresseeState !== undefined && later.addresseeState !== 'KNOWN')
    return { ...both, addressees: later.addressees };
  if (later.addresseeState === undefined && later.addressees !== undefined)
    return { ...both, addresseeState: later.addressees.length > 0 ? 'KNOWN' : earlier.addresseeState };
  return both;
}

function present(changes: CorrectionChanges): CorrectionChanges {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}

function corrected(
  statement: AnnotatedStatement,
  changes: CorrectionChanges,
  localOf: (key: string) => string,
  mentioned: ReadonlyMap<string, readonly string[]>,
): AnnotatedStatement {
  const locals = (keys: readonly string[]) => [...new Set(keys.map(localOf))];
  const { kind = statement.kind, acts = statement.acts, speakers, about } = changes;
  const { quote, ...rest } = statement;
  return {
    ...rest,
    kind,
    // Only where the text is withheld; a paraphrase has none.
    ...(quote !== undefined && kind !== 'INDIRECT' && { quote }),
    // A turn is DIRECT.
    turn: statement.turn && kind === 'DIRECT',
    acts: [...acts],
    source: speakers === undefined ? statement.source : spokenBy(statement, locals(speakers), mentioned),
    about: about === undefined ? statement.about : locals(about),
    addressee: toldTo(statement.addressee, changes, locals),
  };
}

/** The mention, the office and whom they spoke for are those of the speakers that the document gives: with none of these left they go. */
function spokenBy(
  { source }: AnnotatedStatement,
  speakers: string[],
  mentioned: ReadonlyMap<string, readonly string[]>,
): AnnotatedStatement['source'] {
  const { mention, speakingAs, onBehalfOf } = source;
  const stays = source.speakers.some((local) => speakers.includes(local));
  const words = mention === null ? [] : (mentioned.get(mention) ?? []);
  return {
    ...source,
    speakers,
    mention: words.some((local) => speakers.includes(local)) ? mention : null,
    speakingAs: stays ? speakingAs : null,
    onBehalfOf: stays ? onBehalfOf : null,
  };
}

function toldTo(
  addressee: AnnotatedStatement['addressee'],
  { addresseeState: state = addressee.state, addressees }: CorrectionChanges,
  locals: (keys: readonly string[]) => string[],
): AnnotatedStatement['addressee'] {
  const entities = addressees === undefined ? null : locals(addressees);
  if (state !== 'KNOWN') return { state, entities: entities ?? [], text: null, evidence: [], carried: false };
  return { ...addressee, state, entities: entities ?? addressee.entities };
}

/** An addressee is no longer carried from a statement that has turned out to be somebody else's, or told to somebody else. */
function withoutLooseEnds(statements: AnnotatedStatement[]): AnnotatedStatement[] {
  const places = placesOfAddressees(statements);
  return statements.map((statement) => {
    const { addressee } = statement;
    if (!addressee.carried || isCarried(statement, places)) return statement;
    return { ...statement, addressee: { ...addressee, carried: false } };
  });
}
