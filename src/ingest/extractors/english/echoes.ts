import type { Token } from './reading.ts';
import type { Report } from './report.ts';

/**
 * The reports without what stands in the content of one and is no report of others: of "Ek said he wants to go and backs Berg", the
 * wish and the backing are what Ek said.
 */
export function withoutEchoes(tokens: readonly Token[], reports: readonly Report[]): readonly Report[] {
  const bySentence = new Map<Report['sentence'], Report[]>();
  for (const report of reports) {
    const there = bySentence.get(report.sentence);
    if (there === undefined) bySentence.set(report.sentence, [report]);
    else there.push(report);
  }
  const wide = reports.filter(({ frame }) => frame === 'colon');
  return reports.filter((report) => {
    const near = bySentence.get(report.sentence) ?? [];
    const isInside = [...wide, ...nearby(near, report)].some(
      (one) => one !== report && holds(one, report) && !holds(report, one) && !goesOn(tokens, one, report),
    );
    return !isInside || isOfOthers(tokens, report);
  });
}

/** Reports of one endless sentence that are looked at for each of them. */
const MAX_NEAR = 30;

function nearby(reports: readonly Report[], report: Report): readonly Report[] {
  if (reports.length <= MAX_NEAR) return reports;
  const at = reports.indexOf(report);
  return reports.slice(Math.max(0, at - MAX_NEAR / 2), at + MAX_NEAR / 2);
}

function holds(outer: Report, { cue }: Report): boolean {
  return outer.content.some(({ first, last }) => first <= cue.first && cue.last <= last);
}

/** "called the plan a trick and blamed Berg": two reports of one source, joined. */
function goesOn(tokens: readonly Token[], one: Report, { verb, entry, subject, cue }: Report): boolean {
  const isJoined = tokens[cue.first - 1]?.pos === 'CCONJ' && verb?.form === 'finite';
  if (!isJoined || (entry?.cueClass !== 'speech' && entry?.cueClass !== 'judgement')) return false;
  return one.subject !== null && subject?.first === one.subject.first;
}

function isOfOthers(tokens: readonly Token[], { entry, verb, subject }: Report): boolean {
  if (entry?.cueClass !== 'speech' || verb?.form !== 'finite') return false;
  if (subject === null || subject.place !== 'before') return false;
  return tokens[subject.first]?.pos !== 'PRON' || subject.last - subject.first > 1;
}
