import { describe, expect, test } from 'vitest';
import { Referring } from '../../../support/extraction/referring.ts';

/** Sentence, then the names in it with their types. */
type Row = readonly [string, ...string[]];

function check(rows: readonly Row[]): void {
  test.each(rows)('%s', (text, ...names) => {
    expect(new Referring(text).names).toEqual(names.filter((name) => name !== undefined));
  });
}

describe('people', () => {
  check([
    ['Jan Ek resigned.', 'PERSON Jan Ek'],
    ['Mr. Ek resigned on Monday.', 'PERSON Ek'],
    ['The mayor, Orla Quine, resigned.', 'PERSON Orla Quine'],
    ['Zdravka Pelin, 54, runs a shop.', 'PERSON Zdravka Pelin'],
    ['Prime Minister Tavo Rinnu spoke first.', 'PERSON Tavo Rinnu'],
    ['She met Jan van der Berg and Luis de la Cruz.', 'PERSON Jan van der Berg', 'PERSON Luis de la Cruz'],
    ['Kim Soo-jin, a professor, agreed.', 'PERSON Kim Soo-jin'],
    ['Łukasz Żak met Şule Erdoğan.', 'PERSON Łukasz Żak', 'PERSON Şule Erdoğan'],
    ['Fishmonger Karl Aune and goalkeeper Tom Ek met.', 'PERSON Karl Aune', 'PERSON Tom Ek'],
    ['Bill Carver and Theresa May voted in May.', 'PERSON Bill Carver', 'PERSON Theresa May'],
    [
      'President Paris Orla met Milan Petrov in Milan.',
      'PERSON Paris Orla',
      'PERSON Milan Petrov',
      'PLACE Milan',
    ],
    [
      'Republican Tom Ek lost to Democrat Ana Ruiz.',
      'ORGANIZATION Republican',
      'PERSON Tom Ek',
      'ORGANIZATION Democrat',
      'PERSON Ana Ruiz',
    ],
    ['Jan Ek’s plan failed, and so did Orla’s.', 'PERSON Jan Ek'],
    ['Tavolt told Rinnu that it rained.', 'PERSON Tavolt'],
    ['President Ola Ek told Petrov so.', 'PERSON Ola Ek', 'PERSON Petrov'],
    ['Anna Berg met Xu Haoran. She told Xu so.', 'PERSON Anna Berg', 'PERSON Xu Haoran', 'PERSON Xu'],
    ['MS. OKORO: I agree.', 'PERSON OKORO'],
    ['Orla Quine said so.\n\nQUINE: I agree.', 'PERSON Orla Quine', 'PERSON QUINE'],
  ]);
});

describe('organizations', () => {
  check([
    ['The Bergen Institute for Peace closed.', 'ORGANIZATION Bergen Institute for Peace'],
    ['The Russian Foreign Ministry protested.', 'COUNTRY Russian', 'ORGANIZATION Foreign Ministry'],
    ['China’s Ministry of Commerce replied.', 'COUNTRY China', 'ORGANIZATION Ministry of Commerce'],
    ['The Committee on Justice and Home Affairs met.', 'ORGANIZATION Committee on Justice and Home Affairs'],
    [
      'Head of the Committee on Foreign Affairs Yerlan Abish spoke.',
      'ORGANIZATION Committee on Foreign Affairs',
      'PERSON Yerlan Abish',
    ],
    ['He leads the Center for European Studies.', 'ORGANIZATION Center for European Studies'],
    ['The committee met on Monday at the University of Oslo.', 'ORGANIZATION University of Oslo'],
    ['Hire firm Zoomline lost money.', 'ORGANIZATION Zoomline'],
    ['Ek, chief economist of Fjordbank, was calm.', 'PERSON Ek', 'ORGANIZATION Fjordbank'],
    ['NATO and the EU agreed with the IMF.', 'ORGANIZATION NATO', 'ORGANIZATION EU', 'ORGANIZATION IMF'],
    ['The shares of Veltrix, Inc. fell.', 'ORGANIZATION Veltrix, Inc.'],
    ['Goldman Sachs & Co. LLC fell.', 'ORGANIZATION Goldman Sachs & Co. LLC'],
    ['Hyundai Motor fell.', 'ORGANIZATION Hyundai Motor'],
    ['The Swedish Automakers Council met.', 'ORGANIZATION Swedish Automakers Council'],
    ['The Swedish Supreme Court met.', 'COUNTRY Swedish', 'ORGANIZATION Supreme Court'],
    ['Green Circuit said it would pay.', 'ORGANIZATION Green Circuit'],
    [
      'The State Duma and the Lok Sabha exchanged letters.',
      'ORGANIZATION State Duma',
      'ORGANIZATION Lok Sabha',
    ],
    ['Jan Ek of United Russia disagreed.', 'PERSON Jan Ek', 'ORGANIZATION United Russia'],
  ]);
});

describe('outlets', () => {
  test.each([
    ['The mayor told Nordnytt that she was tired.', 'Nordnytt'],
    ['Experts interviewed by Vremya Stepi were calm.', 'Vremya Stepi'],
    ['Ek told the Cork Ledger so.', 'Cork Ledger'],
    ['Stepnaya Gazeta writes that it rained.', 'Stepnaya Gazeta'],
    ['The Irish Times and the Chicago Tribune disagreed.', 'Irish Times', 'Chicago Tribune'],
    ['The agency Reuters reported it.', 'Reuters'],
  ])('%s', (text, ...outlets) => {
    const { references } = new Referring(text);
    expect(
      references.names.flatMap(({ entities }) =>
        entities.filter(({ isOutlet }) => isOutlet).map(({ name }) => name),
      ),
    ).toEqual(outlets.filter((outlet) => outlet !== undefined));
  });
});

describe('places, countries, treaties, events', () => {
  check([
    ['A shop in Molde and a farm near Lupeni burned.', 'PLACE Molde', 'PLACE Lupeni'],
    ['The ferry to Saaremaa and the port of Leça were closed.', 'PLACE Saaremaa', 'PLACE Leça'],
    ['LISBON — It rained.', 'PLACE LISBON'],
    ['PORTO VELHO, June 4 — It rained.', 'PLACE PORTO VELHO'],
    ['The US, Türkiye and South Korea voted.', 'COUNTRY US', 'COUNTRY Türkiye', 'COUNTRY South Korea'],
    ['Polish and South Korean farmers met.', 'COUNTRY Polish', 'COUNTRY South Korean'],
    ['He lives in Paris, Texas.', 'PLACE Paris', 'PLACE Texas'],
    ['The North Sea Security Pact (NSSP) was signed.', 'TREATY North Sea Security Pact', 'TREATY NSSP'],
    [
      'The Paris Agreement and the Treaty of Lisbon hold.',
      'TREATY Paris Agreement',
      'TREATY Treaty of Lisbon',
    ],
    ['He spoke at the Munich Security Conference.', 'EVENT Munich Security Conference'],
    ['World War II and the Cold War were over.', 'EVENT World War II', 'EVENT Cold War'],
  ]);
});

describe('no names', () => {
  check([
    ['Experts say that it will rain on Monday in May.'],
    ['The Act was amended under Article II.'],
    ['Norwegians and Russians like the Internet.'],
    ['STOP! The storm is HERE, and it is NOT over.'],
    ['I’m late, and I’ll be late again.'],
    ['Milk is cheap. Rain is coming, the forecast said.'],
    ['Council Bans Scooters From All Pavements After Storm'],
    ['RESULTS\nTOTAL 2 DRAW 2\n| a | b |\n|---|---|\n| 1 | 2 |\n🎉🎉 😀'],
  ]);
});
