import { documentOf } from '../support/documents.ts';

/** An annotation document of one statement; documents with different keys are of different articles. */
export function documentWith(key: string): object {
  return documentOf({
    text: 'Anna Berg said that the talks went well.',
    key,
    entities: { berg: { type: 'PERSON', name: 'Anna Berg' } },
    mentions: { berg: { at: 'Anna Berg', of: 'berg' } },
    statements: { said: { by: 'berg', source: 'Anna Berg', cue: 'said', content: 'the talks went well' } },
  });
}

/** JSON Lines of such documents. */
export function linesWith(...keys: readonly string[]): string {
  return keys.map((key) => `${JSON.stringify(documentWith(key))}\n`).join('');
}
