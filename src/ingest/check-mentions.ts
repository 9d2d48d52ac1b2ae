import type { AnnotatedMention } from './annotation.ts';
import { checkEntity, checkEntityList, reportRepeats } from './check-entities.ts';
import { agrees } from './check-spans.ts';
import type { CheckedAnnotation } from './checked.ts';
import type { Path, Problems } from './problems.ts';

export function checkMentions(checked: CheckedAnnotation, problems: Problems): void {
  const { mentions } = checked.document;
  reportRepeats(problems, 'mentions', mentions);
  const bySpan = new Map<string, number>();
  for (const [at, mention] of mentions.entries()) {
    const path = ['mentions', at];
    const span = `${mention.start}-${mention.end}`;
    const first = bySpan.get(span);
    if (first === undefined) bySpan.set(span, at);
    else problems.add(path, `/mentions/${first} has the same start and end: make the two one mention`);
    checkEntityList(checked, mention.entities, [...path, 'entities'], problems);
    checkReading(checked, mention, path, problems);
    checkAntecedent(checked, mention, path, problems);
  }
}

function checkReading(
  checked: CheckedAnnotation,
  mention: AnnotatedMention,
  path: Path,
  problems: Problems,
): void {
  const { literally } = mention;
  if (mention.reading === 'LITERAL') {
    if (literally !== null)
      problems.add([...path, 'literally'], 'only a METONYMIC mention names something else literally');
    return;
  }
  if (literally === null) {
    problems.add([...path, 'literally'], 'a METONYMIC mention needs what the word literally names, the city');
  } else {
    checkEntity(checked, literally, [...path, 'literally'], problems);
    if (mention.entities.includes(literally)) {
      problems.add(
        [...path, 'literally'],
        `"${literally}" is also what the mention stands for: then it is LITERAL`,
      );
    }
  }
  if (mention.entities.length === 0) {
    problems.add([...path, 'entities'], 'a METONYMIC mention needs what it stands for, the state');
  }
}

/** That each points back to an earlier place in the text also rules out cycles. Of wrong places nothing is said but that they are wrong. */
function checkAntecedent(
  checked: CheckedAnnotation,
  mention: AnnotatedMention,
  path: Path,
  problems: Problems,
): void {
  if (mention.antecedent === null) return;
  const antecedent = checked.index.mentions.get(mention.antecedent)?.item;
  if (antecedent === undefined) {
    problems.add([...path, 'antecedent'], `no mention has the id "${mention.antecedent}"`);
  } else if (antecedent.start >= mention.start && agrees(checked, antecedent) && agrees(checked, mention)) {
    problems.add([...path, 'antecedent'], `must stand earlier in the text, and "${antecedent.id}" does not`);
  }
}
