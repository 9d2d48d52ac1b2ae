/** A made-up article, with a character above U+FFFF before everything else. */
export const TEXT = [
  '😀 Anna Berg, the finance minister of Norland, told reporters on Monday that Oslund would sign the treaty.',
  '“We are ready,” she said. “The rest is detail.” Berg added that Carl Ek had told her “he would come”.',
  '“We are ready,” said Carl Ek. Two officials said the treaty was “a mistake”. Ek did not respond.',
  'MR. LUND: We will see.',
].join('\n\n');
export const TOOL = { tool: 'model', version: '1', parameters: { temperature: 0 } };
