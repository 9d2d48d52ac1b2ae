import { SILENT_ACTS } from '../statement/model.ts';
import type { AnnotatedSpan, AnnotatedStatement } from './annotation.ts';
import { checkAddressee, placesOfAddressees } from './check-addressee.ts';
import { checkEntity, checkEntityList, reportRepeats } from './check-entities.ts';
import { checkQuotation } from './check-quotation.ts';
import type { CheckedAnnotation } from './checked.ts';
import type { Path, Problems } from './problems.ts';

export function checkStatements(checked: CheckedAnnotation, problems: Problems): void {
  const { statements } = checked.document;
  reportRepeats(problems, 'statements', statements);
  const addressees = placesOfAddressees(statements);
  for (const [at, statement] of statements.entries()) {
    const path = ['statements', at];
    checkActs(statement, path, problems);
    checkSource(checked, statement, path, problems);
    checkPieces(statement, path, problems);
    checkQuotation(checked, statement, path, problems);
    checkAddressee(checked, statement, path, problems, addressees);
    checkSubjects(checked, statement, path, problems);
  }
}

function isSilent(statement: AnnotatedStatement): boolean {
  return statement.acts.every((act) => SILENT_ACTS.includes(act));
}

function checkActs(statement: AnnotatedStatement, path: Path, problems: Problems): void {
  const { acts, content, kind } = statement;
  for (const [at, act] of acts.entries()) {
    if (acts.indexOf(act) < at) problems.add([...path, 'acts', at], `${act} stands in this list already`);
  }
  const silent = isSilent(statement);
  if (!silent && acts.some((act) => SILENT_ACTS.includes(act))) {
    const reason = `${SILENT_ACTS.join(' and ')} stand for words not spoken: make what was said a statement of its own`;
    problems.add([...path, 'acts'], reason);
  } else if (silent && content.length > 0) {
    problems.add([...path, 'content'], `must be empty: ${acts.join(' and ')} means that nothing was said`);
  } else if (!silent && content.length === 0) {
    problems.add(
      [...path, 'content'],
      `needs the words that were said; only ${SILENT_ACTS.join(' and ')} go without`,
    );
  }
  if (silent && kind !== 'INDIRECT') problems.add([...path, 'kind'], 'a statement without words is INDIRECT');
  if (content.length === 0 && statement.cue.evidence.length + statement.source.evidence.length === 0) {
    problems.add(
      [...path, 'cue', 'evidence'],
      'a statement without content needs the words of its cue or its source',
    );
  }
}

function checkSource(
  checked: CheckedAnnotation,
  statement: AnnotatedStatement,
  path: Path,
  problems: Problems,
): void {
  const { source } = statement;
  const at = [...path, 'source'];
  checkEntityList(checked, source.speakers, [...at, 'speakers'], problems);
  if (source.speakingAs !== null) {
    checkEntity(checked, source.speakingAs, [...at, 'speakingAs'], problems, ['POSITION']);
  }
  if (source.onBehalfOf !== null) checkEntity(checked, source.onBehalfOf, [...at, 'onBehalfOf'], problems);
  if (source.mention === null) return;
  const path_ = [...at, 'mention'];
  const mention = checked.index.mentions.get(source.mention)?.item;
  if (mention === undefined) problems.add(path_, `no mention has the id "${source.mention}"`);
  else if (source.speakers.length === 0) problems.add(path_, 'stands for a speaker, but `speakers` is empty');
  else if (!mention.entities.some((id) => source.speakers.includes(id))) {
    problems.add(path_, `"${mention.id}" refers to none of the speakers`);
  } else if (source.evidence.length > 0 && !source.evidence.some((span) => overlap(span, mention))) {
    problems.add(path_, `"${mention.id}" lies outside of the words in source.evidence`);
  }
}

function checkPieces({ content }: AnnotatedStatement, path: Path, problems: Problems): void {
  for (const [at, piece] of content.entries()) {
    const previous = content[at - 1];
    if (previous === undefined || piece.start >= previous.end) continue;
    const reason = overlap(previous, piece)
      ? 'overlaps the piece before it'
      : 'stands before the piece before it: give pieces in text order';
    problems.add([...path, 'content', at], reason);
  }
}

function checkSubjects(
  checked: CheckedAnnotation,
  statement: AnnotatedStatement,
  path: Path,
  problems: Problems,
): void {
  checkEntityList(checked, statement.about, [...path, 'about'], problems);
  const { aboutStatements } = statement;
  for (const [at, id] of aboutStatements.entries()) {
    const place = [...path, 'aboutStatements', at];
    if (id === statement.id) problems.add(place, 'a statement is not about itself');
    else if (!checked.index.statements.has(id)) problems.add(place, `no statement has the id "${id}"`);
    else if (aboutStatements.indexOf(id) < at) problems.add(place, `"${id}" stands in this list already`);
  }
}

export function overlap(
  a: Pick<AnnotatedSpan, 'start' | 'end'>,
  b: Pick<AnnotatedSpan, 'start' | 'end'>,
): boolean {
  return a.start < b.end && b.start < a.end;
}
