import { OffsetText } from '../../../text/offsets.ts';
import { refuseText } from '../../article-text.ts';
import type { ArticleText, Extraction, ExtractOptions, Extractor } from '../../extractor.ts';
import { emptyDocument } from '../article.ts';
import { assemble } from '../assemble.ts';
import { attribute } from './attribute.ts';
import { addBackground } from './background.ts';
import { refuseOtherLanguage } from './language.ts';
import { withNamedWords } from './named-words.ts';
import { placedElements } from './placing.ts';
import { referencesIn } from './references.ts';
import type { Mention, Referent } from './referent.ts';
import { relationsIn } from './relations.ts';
import { statementsOf } from './statements.ts';

/** Loaded once it is needed: the tagger's model takes memory, which processes that extract nothing save. */
let reader: Promise<typeof import('./read.ts')> | null = null;

const TOOL = { tool: 'onrecord-english', version: '1', parameters: {} } as const;

/** Finds who said what in news articles in English, by rules; nothing but the text is asked. */
export const englishExtractor: Extractor = {
  ...TOOL,
  async extract(article: ArticleText, options: ExtractOptions = {}): Promise<Extraction> {
    refuseText(article.text);
    const empty = emptyDocument(article, TOOL, options);
    refuseOtherLanguage(article.text);
    options.signal?.throwIfAborted();
    reader ??= import('./read.ts');
    const { read } = await reader;
    const reading = read(article.text);
    const references = referencesIn(reading);
    const attributions = attribute(withNamedWords(reading, references.names));
    const { relations, positions } = relationsIn(reading, references);
    const { statements, mentions } = statementsOf(reading, attributions, references, positions);
    addBackground(relations, references.entities, referredTo(mentions));
    const found = { mentions, statements, relations: relations.all };
    const { elements, refused } = placedElements(new OffsetText(article.text), found);
    const { document, refused: others } = assemble(empty, elements);
    return { document, refused: [...refused, ...others] };
  },
};

function referredTo(mentions: readonly Mention[]): ReadonlySet<Referent> {
  const found = new Set<Referent>();
  for (const { entities, literally } of mentions) {
    for (const each of entities) found.add(each);
    if (literally !== null) found.add(literally);
  }
  return found;
}
