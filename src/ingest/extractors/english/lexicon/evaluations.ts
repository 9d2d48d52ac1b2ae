import { wordSet } from './words.ts';

/** Words that find fault with what they are said of. Base forms. */
export const FAULTS = wordSet(
  `absurd abysmal appalling atrocious awful bad barbaric bigot bigoted blunder catastrophe catastrophic chaos cheat clueless coward cowardly crazy
  criminal cruel crooked corrupt corruption dangerous deceitful deplorable despicable disappointing disappointed disappointment disaster disastrous disgrace disgraceful
  disgusted disgusting dishonest disingenuous dumb embarrassing embarrassment failure farce farcical fiasco fiction folly foolish fraud fraudulent gimmick
  hateful heartless hoax horrible horrific horrifying hypocrisy hypocrite hypocritical idiot idiotic ignorant illegal immoral inadequate incompetence incompetent indefensible
  inexcusable inhumane injustice insane insult insulting irresponsible joke liar ludicrous madness mess mistake mistaken misguided misleading mockery monster naive nasty
  negligence negligent nonsense obscene offensive outrage outraged outrageous pathetic racist reckless rhetoric ridiculous rotten sad scandal scandalous sexist sham shame shameful
  shameless shocking sickening sloppy stunt stupid terrible tragic trick unacceptable unconscionable unethical unfair unfit unforgivable unfortunate unjust unjustified unlawful
  unprofessional unqualified useless vile weak worse worst worthless wrong`,
);

/** Of those, what somebody is over the faults of others. */
export const OFFENDED = wordSet('disappointed disgusted outraged appalled shocked');

/** Words that find good what they are said of. */
export const MERITS = wordSet(
  `admirable amazing awesome beautiful best brave bravery brilliant champion courage courageous delighted excellent exceptional exemplary extraordinary fabulous fantastic
  genius gracious great grateful hero heroic heroine historic honorable impressive incredible inspiration inspiring magnificent marvelous masterpiece outstanding perfect
  phenomenal pioneer proud remarkable role-model selfless splendid superb terrific thrilled triumph tremendous visionary wise wonderful`,
);

/** What is good, but praises nobody; that it is not so is a fault found. */
export const GOODS = wordSet(
  'good fair right ready honest fit enough acceptable serious true worthy helpful smart moral',
);

/** Verbs that blame their subject. */
export const MISDEEDS = wordSet(
  'betray bicker bungle cheat deceive endanger exploit harass lie mislead mistreat poison punish sabotage scapegoat smear squander stonewall swindle undermine',
);

/** What somebody denies to have done, or to have happened. */
export const WRONGS = wordSet(
  `abuse assault attack break bribe cheat collude collusion conspire corruption crime falsify fraud guilty harass harm hide hurt kill leak lie mislead misconduct
  plagiarize rape rig rob steal violate violation wrong wrongdoing`,
);

/** Said of a statement, they deny it. */
export const UNTRUTHS = wordSet('false untrue lie lies fabrication fabricated baseless unfounded untruth');
