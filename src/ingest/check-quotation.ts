import type { AnnotatedStatement } from './annotation.ts';
import { agrees } from './check-spans.ts';
import type { CheckedAnnotation } from './checked.ts';
import type { Path, Problems } from './problems.ts';
import { ownQuotation } from './quoted.ts';

/** Longest label of a speaker before the colon of a transcript turn, in code points. */
const MAX_LABEL = 120;
/** A name with titles and the like, then a colon; no end of a sentence, no second colon. */
const LABEL = /^[^:：!?]*\p{L}[^:：!?]*[:：]\s*$/u;

/** That the kind of a statement agrees with the quotation marks of its content. */
export function checkQuotation(
  checked: CheckedAnnotation,
  statement: AnnotatedStatement,
  path: Path,
  problems: Problems,
): void {
  const { kind, content, turn } = statement;
  if (turn && kind !== 'DIRECT')
    problems.add([...path, 'turn'], `a turn in a transcript is DIRECT, and this is ${kind}`);
  if (content.length === 0 || !content.every((piece) => agrees(checked.text, piece))) return;
  if (kind === 'DIRECT' && turn) checkTurn(checked, statement, path, problems);
  else if (kind === 'DIRECT') checkDirect(checked, statement, path, problems);
  else if (kind === 'MIXED') checkMixed(checked, statement, path, problems);
  else checkIndirect(checked, statement, path, problems);
}

function checkDirect(
  checked: CheckedAnnotation,
  statement: AnnotatedStatement,
  path: Path,
  problems: Problems,
): void {
  for (const [at, piece] of statement.content.entries()) {
    if (ownQuotation(checked, statement, piece) !== null) continue;
    const reason =
      'a DIRECT statement stands in quotation marks of its own, and this piece does not: make it INDIRECT or MIXED, or a turn';
    problems.add([...path, 'content', at], reason);
  }
}

function checkMixed(
  { quotations }: CheckedAnnotation,
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
  checked: CheckedAnnotation,
  statement: AnnotatedStatement,
  path: Path,
  problems: Problems,
): void {
  const quoted = statement.content.every(
    (piece) =>
      ownQuotation(checked, statement, piece) !== null && !checked.quotations.hasUnquotedWords(piece),
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
  { text }: CheckedAnnotation,
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
