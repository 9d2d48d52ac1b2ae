import type { z } from 'zod';
import { OffsetText } from '../text/offsets.ts';
import { Quotations } from '../text/quotation.ts';
import { annotationSchema } from './annotation.ts';
import { checkEntities } from './check-entities.ts';
import { checkMentions } from './check-mentions.ts';
import { checkNesting } from './check-nesting.ts';
import { checkRelations } from './check-relations.ts';
import { checkArticle, checkSpans } from './check-spans.ts';
import { checkStatements } from './check-statements.ts';
import type { CheckedAnnotation } from './checked.ts';
import { DocumentIndex } from './document-index.ts';
import { type Path, Problems } from './problems.ts';

/**
 * Throws INVALID_INPUT with every problem, in document order: of shape where the shape is wrong, else of meaning (what
 * `details` holds says `Problems`). Takes time in proportion to the document.
 */
export function checkAnnotation(input: unknown): CheckedAnnotation {
  const problems = new Problems();
  const parsed = annotationSchema.safeParse(input);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) addShapeProblem(problems, issue);
    problems.throwIfAny(input);
    throw parsed.error;
  }
  const document = parsed.data;
  const text = new OffsetText(document.article.text);
  const checked = { document, text, quotations: new Quotations(text), index: new DocumentIndex(document) };
  checkArticle(checked, problems);
  checkSpans(checked, problems);
  checkEntities(checked, problems);
  checkMentions(checked, problems);
  checkStatements(checked, problems);
  checkNesting(checked, problems);
  checkRelations(checked, problems);
  problems.throwIfAny(document);
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
