/** Before a name, and no part of it. */
const TITLE =
  /^(?:(?:vice |prime |deputy |former )?(?:mr|mrs|ms|miss|dr|prof|professor|sen|senator|rep|representative|gov|governor|gen|general|col|capt|lt|sgt|judge|justice|president|chancellor|secretary|minister|ambassador|mayor|attorney general|attorney|director|chairman|chairwoman|chair|speaker|king|queen|prince|princess|pope|sir|dame|lady|lord)\.? )+/iu;
/** Given name, initials or further names, particles, surname: each with a capital, but for the particles. */
const NAME =
  /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}(?:[\p{L}'’-]+|\.)?| (?:de|del|der|di|da|dos|van|von|den|la|le|al|bin|ibn))* (?:\p{Lu}|[a-z]['’]\p{Lu})[\p{L}'’-]+$/u;
/** Letters that stand for an organization. */
const ACRONYM = /\b\p{Lu}{3,}\b/u;
/** Words in the names of everything that is no person, and words with which a sentence may begin. */
const NO_PERSON =
  /\b(?:the|a|an|this|that|some|many|most|all|several|both|two|three|one|his|her|its|their|our|my|and|of|house|court|party|university|college|school|institute|council|committee|commission|congress|senate|parliament|government|ministry|department|office|agency|bureau|administration|army|navy|police|guard|union|league|association|foundation|society|club|company|corporation|group|bank|fund|times|post|journal|news|press|media|radio|television|daily|herald|tribune|campaign|team|center|centre|church|republicans?|democrats?|conservatives?|liberals?|states?|kingdom|republic|city|county|street|officials?|spokesman|spokeswoman|spokesperson|experts?|critics|voters|people|rights|watch|international|national)\b/iu;

/**
 * The name of a person, without titles, where words are clearly one: at least two names with capitals, and no word that organizations
 * and other things are called by. Null for anything else, also for names of one word: these may be of anything.
 */
export function personName(words: string): string | null {
  const name = words
    .trim()
    .replace(/\s+/gu, ' ')
    .replace(TITLE, '')
    .replace(/['’]s$/u, '');
  return name.length <= 80 && NAME.test(name) && !ACRONYM.test(name) && !NO_PERSON.test(name) ? name : null;
}
