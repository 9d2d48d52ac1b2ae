import type { OffsetText } from '../text/offsets.ts';
import type { Quotations } from '../text/quotation.ts';
import type { AnnotatedStatement } from './annotation.ts';
import { agrees } from './check-spans.ts';
import { faultOfWords } from './check-withheld.ts';
import type { CheckedAnnotation } from './checked.ts';
import type { Path, Problems } from './problems.ts';
import { ownQuotation } from './quoted.ts';

/** Longest label of a speaker before the colon of a transcript turn, in code points. */
const MAX_LABEL = 120;
/** A name with titles and the like, then a colon; no end of a sentence, no second colon. Or "Q." and "A." of an interview. */
const LABEL = /^(?:[^:：!?]*\p{L}[^:：!?]*[:：]|[QA]\.)\s*$/u;

/** That the kind of a statement agrees with the quotation marks of its content. */
export function checkQuotation(
  checked: CheckedAnnotation,
  statement: AnnotatedStatement,
  path: Path,
  problems: Problems,
): void {
  const { kind, content, turn, quote } = statement;
  if (turn && kind !== 'DIRECT')
    problems.add([...path, 'turn'], `a turn in a transcript is DIRECT, and this is ${kind}`);
  if (quote !== undefined && checked.text !== null)
    problems.add(
      [...path, 'quote'],
      'is read from the text, and kept only where that is withheld: remove it',
    );
  else if (quote !== undefined && kind === 'INDIRECT')
    problems.add(
      [...path, 'quote'],
      'a paraphrase has none: remove it, or make the statement DIRECT or MIXED',
    );
  else if (quote !== undefined) {
    const fault = faultOfWords(quote);
    if (fault !== null) problems.add([...path, 'quote'], fault);
  }
  const read = readOf(checked);
  if (read === null || content.length === 0 || !content.every((piece) => agrees(checked, piece))) return;
  if (kind === 'DIRECT' && turn) checkTurn(read, statement, path, problems);
  else if (kind === 'DIRECT') checkDirect(read, statement, path, problems);
  else if (kind === 'MIXED') checkMixed(read, statement, path, problems);
  else checkIndirect(read, statement, path, problems);
}

/** A document whose text is there. */
type ReadAnnotation = CheckedAnnotation & { readonly text: OffsetText; readonly quotations: Quotations };

function readOf(checked: CheckedAnnotation): ReadAnnotation | null {
  const { text, quotations } = checked;
  return text === null || quotations === null ? null : { ...checked, text, quotations };
}

function checkDirect(
  checked: ReadAnnotation,
  statement: AnnotatedStatement,
  path: Path,
  problems: Problems,
): void {
  for (const [at, piece] of statement.content.entries()) {
    if (ownQuotation(checked, checked.quotations, statement, piece) !== null) continue;
    const reason =
      'a DIRECT statement stands in quotation marks of its own, and this piece does not: make it INDIRECT or MIXED, or a turn';
    problems.add([...path, 'content', at], reason);
  }
}

function checkMixed(
  { quotations }: ReadAnnotation,
  { content }: AnnotatedStatement,
  path: Path,
  problems: Problems,
): void {
  const at = [...path, 'content'];
  if (!content.some((piece) => quotations.partsOf(piece).length > 0)) {
    problems.add(
      at,
      'a MIXED statement quotes some words, and none here are in quotation marks: make it INDIRECT',
    );
  } else if (!content.some((piece) => quotations.hasUnquotedWords(piece))) {
    problems.add(
      at,
      'a MIXED statement paraphrases some words, and all here are in quotation marks: make it DIRECT',
    );
  }
}

function checkIndirect(
  checked: ReadAnnotation,
  statement: AnnotatedStatement,
  path: Path,
  problems: Problems,
): void {
  const quoted = statement.content.every(
    (piece) =>
      ownQuotation(checked, checked.quotations, statement, piece) !== null &&
      !checked.quotations.hasUnquotedWords(piece),
  );
  if (quoted) {
    problems.add(
      [...path, 'content'],
      'an INDIRECT statement does not stand in quotation marks: make it DIRECT',
    );
  }
}

/** "MR. BIDEN: We will see." The label names the source and is not itself a sentence. */
function checkTurn(
  { text }: ReadAnnotation,
  statement: AnnotatedStatement,
  path: Path,
  problems: Problems,
): void {
  const first = statement.content[0];
  if (first === undefined) return;
  const before = text.slice(Math.max(0, first.start - MAX_LABEL), first.start);
  const label = before.slice(before.lastIndexOf('\n') + 1);
  const labelStart = first.start - [...label].length;
  const { evidence } = statement.source;
  const named =
    evidence.length === 0 || evidence.some(({ start, end }) => start >= labelStart && end <= first.start);
  const onItsLine = labelStart === 0 || before.includes('\n');
  if (named && onItsLine && LABEL.test(label)) return;
  const reason = 'a turn in a transcript begins its line after the source and a colon, and this does not';
  problems.add([...path, 'content', 0], reason);
}
