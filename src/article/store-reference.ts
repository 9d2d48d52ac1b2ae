import { invalidInput, OnrecordError } from '../errors.ts';
import { distinct } from '../graph/batch.ts';
import type { Database } from '../graph/database.ts';
import { typeOfId } from '../graph/id.ts';
import type { Article } from './model.ts';
import { articlesById, articlesBySha256, articlesByUrl } from './store.ts';

/** An article as a client names it: exactly one of these. */
export interface ArticleReference {
  readonly id?: string | null | undefined;
  readonly url?: string | null | undefined;
  readonly sha256?: string | null | undefined;
}

/** What references stand for, looked up together: one call for each of id, URL and hash that occurs. */
export class ArticleReferences {
  readonly #found: ReadonlyMap<string, readonly Article[]>;

  private constructor(found: ReadonlyMap<string, readonly Article[]>) {
    this.#found = found;
  }

  static async find(db: Database, references: readonly ArticleReference[]): Promise<ArticleReferences> {
    for (const reference of references) check(reference);
    const ids = distinct(references.map(({ id }) => id));
    const urls = distinct(references.map(({ url }) => url));
    const hashes = distinct(references.map(({ sha256 }) => sha256?.toLowerCase()));
    const [byId, byUrl, byHash] = await Promise.all([
      ids.length === 0 ? new Map<string, Article>() : articlesById(db, ids),
      urls.length === 0 ? new Map<string, Article[]>() : articlesByUrl(db, urls),
      hashes.length === 0 ? new Map<string, Article[]>() : articlesBySha256(db, hashes),
    ]);
    const single = [...byId].map(([id, article]): [string, Article[]] => [id, [article]]);
    return new ArticleReferences(new Map([...single, ...byUrl, ...byHash]));
  }

  /** All that match, the likeliest first: one URL or text may belong to several. */
  all(reference: ArticleReference): readonly Article[] {
    return this.#found.get(keyOf(reference)) ?? [];
  }

  /** NOT_FOUND where nothing matches. */
  require(reference: ArticleReference): readonly Article[] {
    const found = this.all(reference);
    if (found.length > 0) return found;
    throw new OnrecordError('NOT_FOUND', `No article matches ${JSON.stringify(reference)}.`, {
      details: { reference: { ...reference } },
    });
  }
}

function check({ id, sha256 }: ArticleReference): void {
  if (id != null && typeOfId(id) !== 'Article') {
    throw invalidInput(`${JSON.stringify(id.slice(0, 80))} is not the id of an article.`);
  }
  if (sha256 != null && !/^[0-9a-f]{64}$/i.test(sha256)) {
    throw invalidInput(`${JSON.stringify(sha256.slice(0, 80))} is not a SHA-256 of 64 hex digits.`);
  }
}

function keyOf({ id, url, sha256 }: ArticleReference): string {
  return id ?? url ?? sha256?.toLowerCase() ?? '';
}
