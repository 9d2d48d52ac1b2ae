import { describe, expect, test } from 'vitest';
import { refuseOtherLanguage } from '../../../../src/ingest/extractors/english/language.ts';

const DUTCH =
  'De premier zei maandag dat het kabinet de plannen voor de nieuwe spoorlijn zal doorzetten. De oppositie in de Tweede Kamer vindt dat het geld beter aan onderwijs kan worden besteed. “Wij zien geen reden om nu te stoppen”, aldus een woordvoerder.';
const FRENCH =
  'La ministre a dit lundi que les pourparlers avaient échoué et que personne ne reviendrait à la table. Le porte-parole a démenti cette information. ';
const DANISH =
  'Statsministeren sagde mandag, at regeringen vil fortsætte med planerne om den nye jernbane. Oppositionen i Folketinget mener, at pengene kunne bruges bedre på uddannelse. Vi ser ingen grund til at stoppe nu, siger en talsmand.';

describe('language', () => {
  test.each([
    ['Dutch', DUTCH],
    ['French', FRENCH.repeat(3)],
    ['Russian', 'Министр сказала в понедельник, что переговоры провалились. '.repeat(5)],
  ])('%s is refused by name', (name, text) => {
    expect(() => refuseOtherLanguage(text)).toThrow(`it seems to be in ${name}.`);
  });

  test('that cannot be told is refused without a name', () => {
    expect(() => refuseOtherLanguage(DANISH)).toThrow('in another language, but which one cannot be told');
  });

  test.each([
    ['short turns', 'BERG: We go.\n\nEK: We stay.\n\n'.repeat(20)],
    ['words without spaces', 'ThepremiersaidonMondaythatthecabinetwouldcarryon.Berg:no.'.repeat(8)],
    [
      'names',
      'Anna Berg, Ola Ek, Carl Lund, Eva Holm, Nils Dahl, Greta Lind, Sven Strand, Karin Vik. '.repeat(5),
    ],
    ['numbers', 'Oslo 22.1, Molde 8.4, Bergen 9.9, Hamar 3.2; '.repeat(8)],
  ])('may be English in %s', (_, text) => {
    expect(() => refuseOtherLanguage(text)).not.toThrow();
  });
});
