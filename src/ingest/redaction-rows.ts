import type { CheckedAnnotation } from './checked.ts';
import type { DocumentIdentity } from './identity.ts';
import { contentPieces } from './links.ts';
import { mentionRows } from './mention-rows.ts';
import { relationEvidenceId } from './relations.ts';
import type { NodeRow } from './rows.ts';
import { statementRows } from './statement-rows.ts';

/** The words of a run's records, by their ids, as its document has them. */
export interface RedactionRows {
  readonly mentions: readonly NodeRow[];
  readonly statements: readonly NodeRow[];
  readonly evidence: readonly NodeRow[];
}

/** Of a document whose text is withheld. What else its records have does not depend on words. */
export function redactionRows(checked: CheckedAnnotation, identity: DocumentIdentity): RedactionRows {
  const { document } = checked;
  const pieces = contentPieces(document, identity.runId);
  const context = { checked, identity, resolution: new Map(), recordedAt: '', current: false, pieces };
  const { statements, evidence } = statementRows(context);
  return {
    mentions: mentionRows(context).mentions.map(({ id, exact = null }) => ({ id, exact })),
    statements: statements.map(({ id, words = null, wordCount = null, wording = null, ...row }): NodeRow => {
      const { quote = null, content = null, cue = null, addresseeText = null } = row;
      return { id, quote, content, words, wordCount, wording, cue, addresseeText };
    }),
    evidence: [
      ...evidence.map(({ props }) => evidenceWords(props)),
      ...document.relations.flatMap(({ id, evidence: spans }) =>
        spans.map(({ exact = null }, order) =>
          evidenceWords({ id: relationEvidenceId(identity.runId, id, order), exact }),
        ),
      ),
    ],
  };
}

function evidenceWords({ id, exact = null, prefix = null, suffix = null }: NodeRow): NodeRow {
  return { id, exact, prefix, suffix };
}
