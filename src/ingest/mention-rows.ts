import { nodeId } from '../graph/id.ts';
import { placeOf } from '../mention/model.ts';
import type { RowContext } from './row-context.ts';
import type { EdgeRow, MentionRows, NodeRow } from './rows.ts';
import { spanProps, textKey } from './span-rows.ts';

export function mentionRows(context: RowContext): MentionRows {
  const { versionId, articleId, runId } = context.identity;
  const mentions: NodeRow[] = [];
  const antecedent: EdgeRow[] = [];
  for (const mention of context.checked.document.mentions) {
    const id = mentionId(context, mention.id);
    const place = { id, reading: mention.reading, textKey: textKey(context, mention.start) };
    mentions.push({
      ...place,
      kind: mention.kind,
      ...spanProps(context, mention),
      textPlace: placeOf(place),
      versionId,
      articleId,
      runId,
      current: context.current,
    });
    if (mention.antecedent !== null)
      antecedent.push({ from: id, to: mentionId(context, mention.antecedent) });
  }
  return { mentions, antecedent };
}

export function mentionId({ identity }: RowContext, localId: string): string {
  return nodeId('Mention', identity.runId, localId);
}
