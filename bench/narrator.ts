import type { Draft } from './draft.ts';
import { capital, country, type Picker } from './world.ts';

/** Writes what an article says in its own voice: facts with their evidence, and names. */
export class Narrator {
  readonly #draft: Draft;
  readonly #pick: Picker;

  constructor(draft: Draft, pick: Picker) {
    this.#draft = draft;
    this.#pick = pick;
  }

  /** One sentence. */
  write(): void {
    const roll = this.#pick.next();
    if (roll < 0.25) this.#party();
    else if (roll < 0.5) this.#held();
    else if (roll < 0.75) this.#seat();
    else this.#crowd();
  }

  #party(): void {
    const state = this.#draft.refer(country(this.#pick.country()));
    this.#draft.add(' is a party to the ');
    const treaty = this.#draft.refer(this.#pick.treaty());
    const evidence = this.#draft.since(state.evidence.start);
    this.#draft.relate('PARTY_TO', state.entities[0], treaty.entities[0], evidence);
    this.#draft.add(', which took two years to negotiate and was signed by candlelight.');
  }

  #held(): void {
    this.#draft.add('The ');
    const event = this.#draft.refer(this.#pick.event());
    this.#draft.add(' was held in ');
    const city = this.#draft.refer(capital(this.#pick.country()));
    const evidence = this.#draft.since(event.evidence.start);
    this.#draft.relate('HELD_IN', event.entities[0], city.entities[0], evidence);
    this.#draft.add(' behind closed doors, with more police than delegates in the streets.');
  }

  #seat(): void {
    const body = this.#draft.refer(this.#pick.organization());
    this.#draft.add(', which has its seat in ');
    const city = this.#draft.refer(capital(this.#pick.country()));
    const evidence = this.#draft.since(body.evidence.start);
    this.#draft.relate('LOCATED_IN', body.entities[0], city.entities[0], evidence);
    this.#draft.add(', publishes its report on the matter tomorrow morning.');
  }

  /** With characters that are several bytes, and two units of UTF-16. */
  #crowd(): void {
    this.#draft.add('A crowd with banners (和平, мир, 🕊) stood before the embassy of ');
    this.#draft.refer(country(this.#pick.country()));
    this.#draft.add(' until late at night.');
  }
}
