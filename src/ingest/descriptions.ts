import { dateKey } from '../date/partial.ts';
import type { EntityType } from '../entity/model.ts';
import { foldName } from '../text/fold.ts';
import type { AnnotatedEntity } from './annotation.ts';
import { aliasesOf, type EntityFacts, namingKey } from './entity-facts.ts';
import type { StoredDocument } from './stored-document.ts';

/** What one run says of an entity, as the way from the run to the entity's key holds it. */
export interface Description {
  /** The entity's id within the document. */
  readonly local: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly description: string | null;
  readonly isOutlet: boolean | null;
  readonly signedOn: string | null;
  readonly inForceUntil: string | null;
  readonly heldOn: string | null;
  /** Unnamed sources only. */
  readonly articleId: string | null;
  readonly namedBy: string;
  /** Of the article's current run. */
  readonly current: boolean;
  /** Under a key that leads to another entity in this document: nothing is known of that one from here. */
  readonly apart: boolean;
}

export function describe(
  { article, run }: Pick<StoredDocument, 'article' | 'run'>,
  entity: AnnotatedEntity,
  articleId: string,
  current: boolean,
): Description {
  const { id: local, name, type, description, signedOn, inForceUntil, heldOn } = entity;
  return {
    local,
    name,
    aliases: aliasesOf(name, entity.aliases),
    description,
    // Who publishes an article is an outlet, whether the document says so or not.
    isOutlet: type === 'ORGANIZATION' ? entity.isOutlet || article.outlet === local : null,
    signedOn,
    inForceUntil,
    heldOn,
    articleId: type === 'UNNAMED_SOURCE' ? articleId : null,
    namedBy: namingKey(run.method, dateKey(article.publishedAt), name),
    current,
    apart: false,
  };
}

export function factsOf(
  id: string,
  type: EntityType,
  said: Omit<Description, 'local' | 'apart'>,
): EntityFacts {
  const {
    name,
    aliases,
    description,
    isOutlet,
    signedOn,
    inForceUntil,
    heldOn,
    articleId,
    namedBy,
    current,
  } = said;
  return {
    id,
    type,
    name,
    sortName: foldName(name),
    namedBy,
    aliases,
    description,
    qid: null,
    isOutlet,
    signedOn,
    inForceUntil,
    heldOn,
    descriptor: type === 'UNNAMED_SOURCE' ? name : null,
    articleId,
    attested: current,
  };
}

/** Everything that an entity is called under a description, folded. */
export function foldedNames({ name, aliases }: Pick<Description, 'name' | 'aliases'>): string[] {
  return [...new Set([name, ...aliases].map(foldName))];
}
