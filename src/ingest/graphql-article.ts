import { EntityRefInput, findReferred, requireReferred } from '../entity/graphql.ts';
import type { Entity } from '../entity/model.ts';
import { invalidInput, OnrecordError } from '../errors.ts';
import { mutate } from '../graphql/authorize.ts';
import { builder } from '../graphql/builder.ts';
import type { Context } from '../graphql/context.ts';
import { failed, orFailed } from '../graphql/problems.ts';
import { extractArticle, readMetadata } from './article-text.ts';
import type { ArticleText, Extractor, OutletName } from './extractor.ts';
import { failureOf, IngestResultRef, type IngestSuccess } from './graphql.ts';
import { ambiguousAt, inputFailureOf } from './graphql-failures.ts';
import { ingestExtraction } from './ingest-article.ts';

declare module '../graphql/context.ts' {
  interface Services {
    /** Annotates articles that come as plain text; absent where none are taken. */
    readonly extractor?: Extractor;
  }
}

const IngestArticleInput = builder.inputType('IngestArticleInput', {
  description: 'An article as plain text, and what is known of it.',
  fields: (t) => ({
    text: t.string({
      required: true,
      description:
        'Its whole text, unchanged: paragraphs end with a line break. Pass it as a variable: a query may not be as long as an article.',
    }),
    title: t.string({ description: 'Its headline, where that is no part of the text.' }),
    url: t.field({
      type: 'URL',
      description: 'Where it was published. With no key, this is what it is known by.',
    }),
    publishedAt: t.field({ type: 'PartialDate', description: 'When it was published.' }),
    outlet: t.field({
      type: EntityRefInput,
      description:
        'Who published it, an organization. A name that no organization has is that of a new one; by id or QID it must be there.',
    }),
    outletQid: t.string({
      description:
        'Wikidata item of an outlet that is given by name: it is the one with this QID then, also where it is new.',
    }),
    language: t.string({
      defaultValue: 'en',
      description: 'The language of the text, in BCP 47. Extraction is for English.',
    }),
    key: t.string({
      description:
        'Own key of the publisher or archive. Articles with the same one are the same, whatever their URL; without key and URL the text tells.',
    }),
    retrievedAt: t.field({
      type: 'DateTime',
      description:
        'When this text was taken, for an article that is edited: the version taken last is current. Where it is left out, when it came first.',
    }),
    dryRun: t.boolean({
      defaultValue: false,
      description: 'Extract, and tell what would be new, but write nothing.',
    }),
  }),
});

type Input = typeof IngestArticleInput.$inferInput;

builder.mutationField('ingestArticle', (t) =>
  t.field({
    type: IngestResultRef,
    description:
      'Store an article and let the extractor annotate it; `document` is what it made. Annotation by hand counts before it. The same article again changes nothing, until the extractor has another version. Takes the role write.',
    args: { input: t.arg({ type: IngestArticleInput, required: true, description: 'What to store.' }) },
    resolve: (_root, { input }, context) =>
      mutate(context, 'write', async ({ name }) => {
        const article = await orFailed(() => articleOf(context, input), inputFailureOf);
        if ('failed' in article) return article;
        const extraction = await orFailed(
          () => extractArticle(extractorOf(context), article),
          (error) => (error.code === 'INVALID_INPUT' ? failed('ExtractionRefused', error) : null),
        );
        if ('failed' in extraction) return extraction;
        const dryRun = input.dryRun ?? false;
        return orFailed(async (): Promise<IngestSuccess> => {
          const { document, outcome, refused } = await ingestExtraction(context.db, extraction, {
            dryRun,
            actor: name,
          });
          return { input: document, outcome, dryRun, refused };
        }, failureOf);
      }),
  }),
);

function extractorOf({ extractor }: Context): Extractor {
  if (extractor !== undefined) return extractor;
  const message = 'This server has no extractor: send an annotation document to ingestAnnotation.';
  throw invalidInput(message);
}

async function articleOf(context: Context, input: Input): Promise<ArticleText> {
  const { text, title, url, publishedAt, outlet, outletQid, language, key, retrievedAt } = input;
  const given = { title, url, publishedAt, retrievedAt, language: language ?? 'en' };
  const named = await outletOf(context, outlet, outletQid);
  return {
    ...readMetadata({ ...given, ...(key != null && { key }), outlet: named }, 'The input'),
    text,
  };
}

/** What the document is to call the outlet. */
async function outletOf(
  context: Context,
  by: Input['outlet'],
  qid: Input['outletQid'],
): Promise<OutletName | null> {
  if (qid != null) {
    if (by?.name != null) return { name: by.name, qid };
    throw wrongAt('/outletQid', 'goes with the name of an outlet, in "outlet": give that, or leave this out');
  }
  if (by == null) return null;
  const { name } = by;
  const found = name == null ? await requireReferred(context, by) : await organizationNamed(context, name);
  if (found === null) return { name: name ?? '' };
  if (found.type === 'ORGANIZATION') return { name: found.name, qid: found.qid };
  throw wrongAt('/outlet', `is a ${found.type}: name the ORGANIZATION that published the article`);
}

/** Null where no organization has the name: what else has it, as a city, publishes nothing. */
async function organizationNamed(context: Context, name: string): Promise<Organization | null> {
  try {
    return onlyOrganization([await findReferred(context, { name })]);
  } catch (error) {
    if (!(error instanceof OnrecordError) || error.code !== 'AMBIGUOUS') throw error;
    const { candidates, truncated } = error.details as unknown as {
      readonly candidates: readonly Organization[];
      readonly truncated: boolean;
    };
    const organizations = candidates.filter(({ type }) => type === 'ORGANIZATION');
    if (truncated || organizations.length > 1) throw ambiguousAt('/outlet', error);
    return onlyOrganization(organizations);
  }
}

type Organization = Pick<Entity, 'type' | 'name' | 'qid'>;

function onlyOrganization([found]: readonly (Organization | null)[]): Organization | null {
  return found?.type === 'ORGANIZATION' ? found : null;
}

function wrongAt(pointer: string, reason: string): OnrecordError {
  return invalidInput('The input has one problem; nothing was written.', [{ pointer, reason }]);
}
