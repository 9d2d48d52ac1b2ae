/** Past forms and participles of verbs that do not end in "ed", each with its base form, past form, participle. */
const IRREGULAR = `say said said|tell told told|write wrote written|speak spoke spoken|think thought thought|know knew known|hold held held|find found found
feel felt felt|mean meant meant|see saw seen|hear heard heard|read read read|show showed shown|give gave given|take took taken|make made made|put put put
let let let|swear swore sworn|forget forgot forgotten|foresee foresaw foreseen|forecast forecast forecast|overhear overheard overheard|teach taught taught
understand understood understood|misunderstand misunderstood misunderstood|get got got|go went gone|come came come|become became become|begin began begun|bring brought brought
seek sought sought|fight fought fought|rebut rebutted rebutted|lay laid laid|set set set|cut cut cut|hit hit hit|shut shut shut|bet bet bet|withdraw withdrew withdrawn
choose chose chosen|break broke broken|draw drew drawn|drive drove driven|throw threw thrown|sing sang sung|stand stood stood|strike struck struck|win won won
lose lost lost|leave left left|keep kept kept|pay paid paid|meet met met|send sent sent|spend spent spent|lead led led|sell sold sold|run ran run|rise rose risen
fall fell fallen|grow grew grown|shoot shot shot|sit sat sat|build built built|bear bore borne|beat beat beaten|ring rang rung|retell retold retold|rewrite rewrote rewritten
uphold upheld upheld|forbid forbade forbidden|wring wrung wrung|cast cast cast|broadcast broadcast broadcast|spread spread spread|weep wept wept|have had had|do did done|be was been`;

interface Form {
  readonly lemma: string;
  /** What the form may be. */
  readonly past: boolean;
  readonly participle: boolean;
}

const FORMS = new Map<string, Form>();
for (const [lemma = '', past = '', participle = ''] of IRREGULAR.split(/[|\n]/).map((verb) => verb.trim().split(' '))) {
  FORMS.set(past, { lemma, past: true, participle: past === participle });
  if (past !== participle) FORMS.set(participle, { lemma, past: false, participle: true });
}
FORMS.set('were', { lemma: 'be', past: true, participle: false });

/** The irregular past form or participle that a word is. */
export function irregular(word: string): Form | undefined {
  return FORMS.get(word);
}

/** The base form; the tagger's where it has one. */
export function baseForm(word: string, tagged: string): string {
  const found = FORMS.get(word);
  if (found !== undefined) return found.lemma;
  if (tagged !== word || !/(?:ed|ing|s)$/u.test(word)) return tagged;
  return tagged;
}
