import { daySpan } from '../date/partial.ts';
import { RELATION_RULES } from '../relation/model.ts';
import type { AnnotatedRelation } from './annotation.ts';
import { checkEntity, reportRepeats } from './check-entities.ts';
import type { CheckedAnnotation } from './checked.ts';
import type { Problems } from './problems.ts';

export function checkRelations(checked: CheckedAnnotation, problems: Problems): void {
  const { relations } = checked.document;
  reportRepeats(problems, 'relations', relations);
  const seen = new Map<string, number>();
  for (const [at, relation] of relations.entries()) {
    const path = ['relations', at];
    const rule = RELATION_RULES[relation.type];
    checkEntity(checked, relation.from, [...path, 'from'], problems, rule.from);
    checkEntity(checked, relation.to, [...path, 'to'], problems, rule.to);
    if (relation.from === relation.to)
      problems.add([...path, 'to'], 'a relation joins two different entities');
    if (endsBeforeItBegins(relation)) problems.add([...path, 'validUntil'], 'lies before validFrom');
    if (relation.evidence.length === 0 && relation.reference === null) {
      const reason = 'needs evidence in the text, or a reference where the article does not say it';
      problems.add([...path, 'evidence'], reason);
    }
    const key = JSON.stringify([
      relation.type,
      relation.from,
      relation.to,
      relation.validFrom,
      relation.validUntil,
    ]);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, at);
    else problems.add(path, `/relations/${first} says the same: put the evidence of both into one relation`);
  }
}

function endsBeforeItBegins({ validFrom, validUntil }: AnnotatedRelation): boolean {
  const first = validFrom === null ? null : (daySpan(validFrom)?.first ?? null);
  const last = validUntil === null ? null : (daySpan(validUntil)?.last ?? null);
  return first !== null && last !== null && first > last;
}
