import { Topics } from './about.ts';
import { addressedIn, principalOf } from './addressing.ts';
import type { Attribution } from './attribution.ts';
import { carryAddressees } from './carry.ts';
import type { FoundStatement } from './placing.ts';
import type { Range, Reading } from './reading.ts';
import type { References } from './references.ts';
import type { Mention, Referent } from './referent.ts';
import { SourceHeads } from './source-heads.ts';
import { Speakers, type Speaking } from './speakers.ts';
import { MentionPlaces, tokensWithin } from './token-places.ts';

export interface FoundStatements {
  readonly statements: readonly FoundStatement[];
  /** All mentions in text order, also those that only sources make. */
  readonly mentions: readonly Mention[];
}

/** Makes of each attribution a statement, with the entities that its parts stand for. */
export function statementsOf(
  reading: Reading,
  attributions: readonly Attribution[],
  references: References,
  positions: ReadonlyMap<Referent, Referent>,
): FoundStatements {
  const speakers = new Speakers(reading, references);
  const speaking = speakers.of(attributions);
  const mentions = [...references.mentions, ...speakers.added].toSorted(
    (a, b) => a.start - b.start || b.end - a.end,
  );
  const places = new MentionPlaces(mentions);
  const topics = new Topics(reading, places);
  const heads = new SourceHeads(reading.tokens, references.holdings);
  const keys = new Keys();
  const carried = carryAddressees(attributions, (attribution) =>
    keys.of(speaking.get(attribution)?.speakers ?? []),
  );
  const statements = carried.map((attribution, at): FoundStatement => {
    const { source, cue, content, acts, confidence, unanswered, within } = attribution;
    const said: Speaking = speaking.get(attributions[at] ?? attribution) ?? {
      speakers: [],
      mention: null,
      confidence: 1,
    };
    const addressed = addressedIn(reading, places, heads, attribution);
    const person = said.speakers.length === 1 ? said.speakers[0] : undefined;
    return {
      acts,
      speakers: said.speakers,
      source: source === null ? [] : [source],
      mention: said.mention,
      speakingAs: person === undefined ? null : (positions.get(person) ?? null),
      onBehalfOf: otherThan(
        said.speakers,
        principalOf(reading, places, attribution, sentenceOf(reading, attribution)),
      ),
      cue: cue === null ? [] : [cue.range],
      lemma: cue?.lemma ?? null,
      content,
      addressee:
        addressed === null
          ? null
          : { entities: addressed.entities, evidence: addressed.evidence, carried: attribution.carried },
      about: topics.of(content, [...said.speakers, ...(addressed?.entities ?? [])]),
      aboutStatements: unanswered === null ? [] : [unanswered],
      within,
      turn: attribution.turn,
      confidence: Math.round(confidence * said.confidence * 100) / 100,
    };
  });
  return { statements, mentions };
}

/** A text for each single speaker. */
class Keys {
  readonly #keys = new Map<Referent, string>();

  of([speaker, ...others]: readonly Referent[]): string | null {
    if (speaker === undefined || others.length > 0) return null;
    const key = this.#keys.get(speaker) ?? `${this.#keys.size}`;
    this.#keys.set(speaker, key);
    return key;
  }
}

function otherThan(speakers: readonly Referent[], principal: Referent | null): Referent | null {
  return principal !== null && speakers.includes(principal) ? null : principal;
}

/** The sentence that the cue stands in, else the source. */
function sentenceOf({ tokens, sentences }: Reading, { source, cue }: Attribution): Range {
  const place = cue?.range ?? source ?? { start: 0, end: 0 };
  const sentence = sentences[tokens[tokensWithin(tokens, place).first]?.sentence ?? -1];
  return sentence ?? place;
}
