import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { ArticleText, ExtractOptions, Extractor } from '../../src/ingest/extractor.ts';
import { documentOfLoose, type LooseResult } from '../../src/ingest/extractors/document-of-loose.ts';
import { parseDocument } from '../../src/ingest/json.ts';

const INSTRUCTIONS = `Who says what in this article? Answer with JSON by the schema, and copy all words from the article as they are.`;

/** Finds statements with a language model behind the chat API that most servers of models have. */
export class ModelExtractor implements Extractor {
  readonly tool = 'model-extractor';
  // Another prompt or schema gives other results: then this goes up.
  readonly version = '1';
  readonly parameters: { readonly model: string; readonly temperature: number };
  readonly #endpoint: string;

  constructor(endpoint: string, model: string) {
    this.#endpoint = endpoint;
    this.parameters = { model, temperature: 0 };
  }

  async extract(article: ArticleText, options: ExtractOptions = {}): Promise<LooseResult> {
    const answer = await this.#ask(article.text, options.signal);
    // Models like to put their JSON between words.
    const json = answer.slice(answer.indexOf('{'), answer.lastIndexOf('}') + 1);
    return documentOfLoose(parseDocument(json), article, this, options);
  }

  async #ask(text: string, signal?: AbortSignal): Promise<string> {
    const schema = await readFile(
      new URL('../../schema/loose-extraction.schema.json', import.meta.url),
      'utf8',
    );
    const response = await fetch(this.#endpoint, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        ...this.parameters,
        messages: [
          { role: 'system', content: `${INSTRUCTIONS}\n${schema}` },
          { role: 'user', content: text },
        ],
      }),
      ...(signal !== undefined && { signal }),
    });
    if (!response.ok) throw new Error(`The model answers with status ${response.status}.`);
    const { choices } = (await response.json()) as { choices: { message: { content: string } }[] };
    return choices[0]?.message.content ?? '';
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [, , file = '', endpoint = '', model = ''] = process.argv;
  const text = await readFile(file, 'utf8');
  const { document, refused, counts } = await new ModelExtractor(endpoint, model).extract({ text });
  console.log(JSON.stringify(document));
  for (const { pointer, reason } of refused) console.error(`${pointer} ${reason}`);
  console.error(`${counts.statements.kept} of ${counts.statements.given} statements are kept`);
}
