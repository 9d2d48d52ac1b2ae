import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';

/** Cuts words and tags them. One for all: another takes as long to load, and its memory. */
export const tagger = winkNLP(model, ['pos']);
