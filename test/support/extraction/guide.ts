import { readFileSync } from 'node:fs';
import { ENTITY_TYPES } from '../../../src/entity/model.ts';
import { type GoldArticle, goldOf } from './gold.ts';
import { spansOfMarked } from './marked.ts';

const PAGE = new URL('../../../docs/annotation-guide.md', import.meta.url);

const EXAMPLE = /^(\d+)\. (.+)\n\n {4}```text\n([\s\S]*?)\n {4}```$/gmu;
const STATEMENT = /^- (DIRECT|MIXED|INDIRECT) ([A-Z_]+(?: [A-Z_]+)*)( turn)?(?: within (\d+))?: (.+)$/u;
const NONE = '- none';

export function readGuide(): string {
  return readFileSync(PAGE, 'utf8');
}

/**
 * The worked examples of the annotation guide, as gold articles with the number of the example for an id. Sources have entities of their
 * words, since examples are about spans. Throws for an example that cannot be read.
 */
export function guideExamples(page = readGuide()): GoldArticle[] {
  return [...page.matchAll(EXAMPLE)].map(([, number = '', , block = '']) => {
    try {
      return exampleOf(number, block);
    } catch (error) {
      throw new Error(`Example ${number}: ${error instanceof Error ? error.message : error}`, {
        cause: error,
      });
    }
  });
}

function exampleOf(number: string, block: string): GoldArticle {
  const lines = block.split('\n').map((line) => line.trim());
  const first = lines.findIndex((line) => line.startsWith('- '));
  const text = lines.slice(0, first).filter((line) => line !== '');
  const listed = lines.slice(first).filter((line) => line !== NONE);
  if (first < 0) throw new Error(`no statements: where there are none, say “${NONE}”`);
  const whole = text.join('\n\n');
  const statements = listed.map((line, at) => {
    const [, kind, acts = '', turn, within, says = ''] = STATEMENT.exec(line) ?? [];
    if (kind === undefined) throw new Error(`not a statement: ${line}`);
    const [source] = spansOfMarked(whole, says).source;
    return {
      id: `s${at + 1}`,
      speakers: source === undefined ? [] : [whole.slice(source.start, source.end)],
      kind,
      acts: acts.split(' '),
      says,
      ...(within !== undefined && { within: `s${within}` }),
      ...(turn !== undefined && { turn: true }),
    };
  });
  const [type] = ENTITY_TYPES.filter((each) => each === 'UNNAMED_SOURCE');
  const names = [...new Set(statements.flatMap(({ speakers }) => speakers))];
  const entities = type === undefined || names.length === 0 ? {} : { [type]: names };
  return goldOf(number, { about: number, text, entities, statements, readings: [], relations: [] });
}
