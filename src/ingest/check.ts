import type { z } from 'zod';
import { NormalizedText } from '../text/normalize.ts';
import { OffsetText } from '../text/offsets.ts';
import { Quotations } from '../text/quotation.ts';
import { type Annotation, annotationSchema } from './annotation.ts';
import { checkEntities } from './check-entities.ts';
import { checkMentions } from './check-mentions.ts';
import { checkNesting } from './check-nesting.ts';
import { checkRelations } from './check-relations.ts';
import { checkArticle, checkSpans } from './check-spans.ts';
import { checkStatements } from './check-statements.ts';
import type { CheckedAnnotation } from './checked.ts';
import { DocumentIndex } from './document-index.ts';
import { inNormalForm } from './normal-form.ts';
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

/** Throws as `checkAnnotation` does, for a document whose shape is known to be right. */
export function checkDocument(document: Annotation): void {
  const problems = new Problems();
  checkMeaning(document, problems);
  problems.throwIfAny(document);
}

/** What a check computes, of a document that passed it before. */
export function understand(document: Annotation): CheckedAnnotation {
  const text = new OffsetText(document.article.text);
  return { document, text, quotations: new Quotations(text), index: new DocumentIndex(document) };
}

/** Spans are checked in the text as it is given, all else in normal form, in which the document is kept. */
function checkMeaning(given: Annotation, problems: Problems): CheckedAnnotation {
  const normal = new NormalizedText(given.article.text);
  const document = inNormalForm(given, normal);
  const checked = understand(document);
  const { text } = checked;
  const givenText = normal.text === given.article.text ? text : new OffsetText(given.article.text);
  checkArticle(checked, problems);
  checkSpans({ document: given, text: givenText, normalText: text, normal }, problems);
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
