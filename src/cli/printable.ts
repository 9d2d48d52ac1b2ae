/** What moves the cursor, changes colours, turns the direction of writing or is not seen at all. Joiners and soft hyphens belong to words. */
const HARMFUL = /(?![\u00ad\u200c\u200d])[\p{Cc}\p{Cf}\p{Surrogate}\u2028\u2029]/gu;
const TAB = '    ';
const DELETE = 0x7f;
/** Unicode's pictures of control characters, from that of NUL. */
const PICTURES = 0x2400;
const PICTURE_OF_DELETE = '\u2421';

/** A text that does nothing to a terminal but stand there: each harmful character is shown by a visible one, or by its number. */
export function printable(text: string): string {
  return text.replace(HARMFUL, (character) => {
    const code = character.codePointAt(0) ?? 0;
    if (character === '\t') return TAB;
    if (code < 0x20) return String.fromCharCode(PICTURES + code);
    if (code === DELETE) return PICTURE_OF_DELETE;
    return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
  });
}

/** The same JSON, with such characters escaped: they stand in strings only. */
export function printableJson(json: string): string {
  return json.replace(HARMFUL, (character) => {
    // Between the tokens of printed JSON.
    if (character === '\n') return character;
    return [...Array(character.length).keys()]
      .map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`)
      .join('');
  });
}
