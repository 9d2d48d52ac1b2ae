import { foldName } from '../text/fold.ts';
import type { AnnotatedEntity } from './annotation.ts';
import { entityId, type RowContext } from './changes.ts';
import type { EdgeRow, EntityRows, NodeRow } from './rows.ts';

export function entityRows(context: RowContext): EntityRows {
  const { entities } = context.checked.document;
  return {
    // In the order of ids, so that two writers lock what they share in the same order.
    entities: entities.map((entity) => propsOf(context, entity)).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    aliases: entities.map((entity) => ({
      id: entityId(context, entity.id),
      aliases: [entity.name, ...entity.aliases],
    })),
    names: entities.flatMap((entity) => namesOf(context, entity)),
    officeOf: joined(context, 'of'),
    accreditedTo: joined(context, 'accreditedTo'),
  };
}

function propsOf(context: RowContext, entity: AnnotatedEntity): NodeRow {
  const { article } = context.checked.document;
  const unnamed = entity.type === 'UNNAMED_SOURCE';
  return {
    id: entityId(context, entity.id),
    type: entity.type,
    name: entity.name,
    sortName: foldName(entity.name),
    description: entity.description,
    qid: entity.qid,
    // Who publishes an article is an outlet, whether the document says so or not.
    isOutlet: entity.type === 'ORGANIZATION' ? entity.isOutlet || article.outlet === entity.id : null,
    signedOn: entity.signedOn,
    inForceUntil: entity.inForceUntil,
    heldOn: entity.heldOn,
    descriptor: unnamed ? entity.name : null,
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
