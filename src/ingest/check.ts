import type { z } from 'zod';
import { type Annotation, annotationSchema } from './annotation.ts';
import { checkEntities } from './check-entities.ts';
import { checkMentions } from './check-mentions.ts';
import { checkNesting } from './check-nesting.ts';
import { checkRelations } from './check-relations.ts';
import { checkArticle, checkSpans } from './check-spans.ts';
import { checkStatements } from './check-statements.ts';
import { type CheckedAnnotation, readDocument } from './checked.ts';
import { type Path, Problems } from './problems.ts';
import { salvage } from './salvage.ts';

/**
 * Throws INVALID_INPUT with every problem, of shape and of meaning, in document order (what `details` holds says `Problems`). Takes
 * time in proportion to the document.
 */
export function checkAnnotation(input: unknown): CheckedAnnotation {
  const problems = new Problems();
  const parsed = annotationSchema.safeParse(input);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) addShapeProblem(problems, issue);
    const salvaged = salvage(input);
    if (salvaged !== null) {
      const found = new Problems();
      checkMeaning(salvaged.document, found);
      problems.take(found, (path) => !salvaged.isDoubtful(path));
    }
    problems.throwIfAny(input);
    throw parsed.error;
  }
  const checked = checkMeaning(parsed.data, problems);
  problems.throwIfAny(parsed.data);
  return checked;
}

function checkMeaning(document: Annotation, problems: Problems): CheckedAnnotation {
  const checked = readDocument(document);
  checkArticle(checked, problems);
  checkSpans(checked, problems);
  checkEntities(checked, problems);
  checkMentions(checked, problems);
  checkStatements(checked, problems);
  checkNesting(checked, problems);
  checkRelations(checked, problems);
  return checked;
}

function addShapeProblem(problems: Problems, issue: z.core.$ZodIssue): void {
  const path: Path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys)
      problems.add([...path, key], 'the format has no such field here: remove it');
    return;
  }
  problems.add(path, issue.message);
}
