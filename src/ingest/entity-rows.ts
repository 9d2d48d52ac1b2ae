import { dateKey } from '../date/partial.ts';
import { foldName } from '../text/fold.ts';
import type { AnnotatedEntity } from './annotation.ts';
import { aliasesOf, type EntityFacts, namingKey } from './entity-facts.ts';
import { entityId, type RowContext } from './row-context.ts';
import type { EdgeRow, EntityRows } from './rows.ts';

export function entityRows(context: RowContext): EntityRows {
  const { entities } = context.checked.document;
  return {
    entities: entities.map((entity) => factsOf(context, entity)),
    names: entities.flatMap((entity) => namesOf(context, entity)),
    officeOf: joined(context, 'of'),
    accreditedTo: joined(context, 'accreditedTo'),
  };
}

function factsOf(context: RowContext, entity: AnnotatedEntity): EntityFacts {
  const { article, run } = context.checked.document;
  const { name, type } = entity;
  const unnamed = type === 'UNNAMED_SOURCE';
  return {
    id: entityId(context, entity.id),
    type,
    name,
    sortName: foldName(name),
    namedBy: namingKey(run.method, dateKey(article.publishedAt), context.identity.runId),
    aliases: aliasesOf(name, entity.aliases),
    description: entity.description,
    qid: entity.qid,
    // Who publishes an article is an outlet, whether the document says so or not.
    isOutlet: type === 'ORGANIZATION' ? entity.isOutlet || article.outlet === entity.id : null,
    signedOn: entity.signedOn,
    inForceUntil: entity.inForceUntil,
    heldOn: entity.heldOn,
    descriptor: unnamed ? name : null,
    articleId: unnamed ? context.identity.articleId : null,
  };
}

function namesOf(context: RowContext, entity: AnnotatedEntity): EdgeRow[] {
  const folded = new Set([entity.name, ...entity.aliases].map(foldName));
  return [...folded].map((to) => ({ from: entityId(context, entity.id), to }));
}

function joined(context: RowContext, attribute: 'of' | 'accreditedTo'): EdgeRow[] {
  return context.checked.document.entities.flatMap((entity) => {
    const other = entity[attribute];
    return other === null ? [] : [{ from: entityId(context, entity.id), to: entityId(context, other) }];
  });
}
