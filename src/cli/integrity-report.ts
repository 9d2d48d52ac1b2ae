import type { CheckResult } from '../integrity/check.ts';
import { remedyOf } from '../integrity/remedies.ts';
import { type Finding, RULE_NAMES, RULES, type RuleName } from '../integrity/rules.ts';
import { countOf, paceOf } from './describe.ts';

export interface CheckReport extends CheckResult {
  readonly interrupted: boolean;
  readonly seconds: number;
}

/** What a check tells: of each rule the first findings, up to a limit, and how many there are. */
export class IntegrityReport {
  readonly #write: (line: string) => void;
  readonly #json: boolean;
  readonly #limit: number;
  readonly #shown = new Map<RuleName, number>();
  /** By rule; as text they come together, at the end. */
  readonly #kept = new Map<RuleName, Finding[]>();

  constructor(write: (line: string) => void, { json, limit }: { json: boolean; limit: number }) {
    this.#write = write;
    this.#json = json;
    this.#limit = limit;
  }

  finding(finding: Finding): void {
    const { rule } = finding;
    const shown = this.#shown.get(rule) ?? 0;
    if (shown >= this.#limit) return;
    this.#shown.set(rule, shown + 1);
    if (this.#json)
      this.#write(JSON.stringify({ type: 'finding', ...finding, says: RULES[rule], remedy: remedyOf(rule) }));
    else {
      const kept = this.#kept.get(rule);
      if (kept === undefined) this.#kept.set(rule, [finding]);
      else kept.push(finding);
    }
  }

  end(report: CheckReport): void {
    if (this.#json) this.#write(jsonOf(report));
    else this.#write([...this.#describeRules(report), ...describeEnd(report)].join('\n'));
  }

  #describeRules({ findings }: CheckReport): string[] {
    return RULE_NAMES.filter((rule) => findings.has(rule)).flatMap((rule) => {
      const shown = this.#kept.get(rule) ?? [];
      const more = (findings.get(rule) ?? 0) - shown.length;
      return [
        `${rule}: ${RULES[rule]}`,
        ...shown.map(({ detail }) => `    ${detail}`),
        ...(more > 0 ? [`    and ${more} more`] : []),
        `    What to do: ${remedyOf(rule)}`,
      ];
    });
  }
}

function describeEnd({ findings, nodes, isComplete, interrupted, seconds }: CheckReport): string[] {
  const articles = nodes.get('Article') ?? 0;
  const about = `${countOf(articles, 'article')} with ${countOf(nodes.get('Statement') ?? 0, 'statement')}`;
  const pace = isComplete ? `, ${paceOf(articles, seconds)} articles a second` : '';
  const time = `in ${seconds.toFixed(1)} s${pace}`;
  const total = totalOf(findings);
  const found =
    total === 0
      ? 'no rule is broken'
      : `${countOf(findings.size, 'rule')} broken, ${countOf(total, 'finding')}`;
  return [
    `${about}: ${found}; ${time}`,
    ...(interrupted ? ['Ended early: not everything was looked at.'] : []),
  ];
}

function jsonOf({ findings, nodes, isComplete, interrupted, seconds }: CheckReport): string {
  const articles = nodes.get('Article') ?? 0;
  return JSON.stringify({
    type: 'end',
    findings: totalOf(findings),
    rules: Object.fromEntries(findings),
    nodes: Object.fromEntries(nodes),
    complete: isComplete,
    interrupted,
    seconds,
    articlesPerSecond: paceOf(articles, seconds),
  });
}

function totalOf(findings: CheckResult['findings']): number {
  return [...findings.values()].reduce((sum, count) => sum + count, 0);
}
