import type { z } from 'zod';
import { NormalizedText } from '../text/normalize.ts';
import { OffsetText } from '../text/offsets.ts';
import { type Annotation, annotationSchema } from './annotation.ts';
import { checkEntities } from './check-entities.ts';
import { checkMentions } from './check-mentions.ts';
import { checkNesting } from './check-nesting.ts';
import { checkRelations } from './check-relations.ts';
import { checkArticle, checkSpans } from './check-spans.ts';
import { checkStatements } from './check-statements.ts';
import { checkWithheldSpans } from './check-withheld.ts';
import { type CheckedAnnotation, understand } from './checked.ts';
import { inNormalForm } from './normal-form.ts';
import { type Path, Problems } from './problems.ts';
import { salvage } from './salvage.ts';

/**
 * Throws INVALID_INPUT with every problem, of shape and of meaning, in document order (what `details` holds says `Problems`). Takes
 * time in proportion to the document.
 */
export function checkAnnotation(input: unknown): CheckedAnnotation {
  const problems = new Problems();
  checkParameters(input, problems);
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

/** A record of the schema leaves that name out and says nothing. */
function checkParameters(input: unknown, problems: Problems): void {
  const run = valueIn(input, 'run');
  if (valueIn(valueIn(run, 'parameters'), '__proto__') === undefined) return;
  problems.add(['run', 'parameters', '__proto__'], 'no parameter can have this name: give it another');
}

/** Of an object's own. */
function valueIn(object: unknown, key: string): unknown {
  if (typeof object !== 'object' || object === null) return undefined;
  return Object.getOwnPropertyDescriptor(object, key)?.value;
}

/** Spans are checked in the text as it is given, all else in normal form, in which the document is kept. */
function checkMeaning(given: Annotation, problems: Problems): CheckedAnnotation {
  const checked =
    given.article.text === undefined ? checkWithheld(given, problems) : checkText(given, problems);
  checkEntities(checked, problems);
  checkMentions(checked, problems);
  checkStatements(checked, problems);
  checkNesting(checked, problems);
  checkRelations(checked, problems);
  return checked;
}

function checkText(given: Annotation, problems: Problems): CheckedAnnotation {
  const { text: givenWords = '' } = given.article;
  const normal = new NormalizedText(givenWords);
  const checked = understand(inNormalForm(given, normal));
  const givenText = new OffsetText(givenWords);
  const normalText = normal.text === givenWords ? givenText : new OffsetText(normal.text);
  checkArticle(checked, problems);
  checkSpans({ document: given, text: givenText, normalText, normal }, problems);
  return checked;
}

/** Without its text a document is in normal form as it is. */
function checkWithheld(given: Annotation, problems: Problems): CheckedAnnotation {
  const checked = understand(given);
  checkArticle(checked, problems);
  checkWithheldSpans(checked, problems);
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
