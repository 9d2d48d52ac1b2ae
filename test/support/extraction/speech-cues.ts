/** Whether a cue reports speech or writing, rather than belief, wish or finding: by its words, or a colon or dash alone. */
export function isSpeechCue(cue: string): boolean {
  if (/^[:―—–-]+$/.test(cue.trim())) return true;
  return (cue.toLowerCase().match(/[a-z]+/g) ?? []).some((word) => SPEECH.has(word));
}

const SPEECH: ReadonlySet<string> = new Set(
  (
    'say said says saying tell told tells telling according add added adds adding write wrote writes written ' +
    'writing note noted notes noting ask asked asks asking announce announced announces announcing claim ' +
    'claimed claims claiming argue argued argues arguing report reported reports reporting suggest suggested ' +
    'suggests suggesting warn warned warns warning tweet tweeted tweets tweeting retweeted reply replied ' +
    'replies respond responded responds responding explain explained explains explaining state stated states ' +
    'stating statement declare declared declares declaring insist insisted insists insisting acknowledge ' +
    'acknowledged acknowledges acknowledging admit admitted admits concede conceded concedes deny denied ' +
    'denies denying accuse accused accuses accusing call called calls calling describe described describes ' +
    'describing tout touted criticize criticized criticizes criticise criticised blast blasted slam slammed ' +
    'predict predicted predicts vow vowed vows promise promised promises pledge pledged pledges urge urged ' +
    'urges urging propose proposed proposes joke joked jokes quip quipped recall recalled recalls remark ' +
    'remarked remarks comment commented comments mention mentioned mentions confirm confirmed confirms ' +
    'dismiss dismissed dismisses reject rejected rejects demand demanded demands complain complained ' +
    'complains contend contended contends observe observed observes point pointed points pointing continue ' +
    'continued continues concluded conclude concludes maintain maintained maintains assert asserted asserts ' +
    'allege alleged alleges charge charged charges testify testified testifies shout shouted shouts chant ' +
    'chanted chanting chants yell yelled cry cried cries question questioned questions answer answered ' +
    'answers reiterate reiterated reiterates repeat repeated repeats quote quoted quotes quoting cite cited ' +
    'cites praise praised praises mock mocked mocks attack attacked attacks blame blamed blames boast boasted ' +
    'boasts stress stressed stresses emphasize emphasized read reads reading post posted posts posting talk ' +
    'talked talks talking speak spoke speaks speaking discuss discussed discusses request requested requests ' +
    'recommend recommended recommends echo echoed echoes echoing advise advised advises threaten threatened ' +
    'threatens assure assured assures inform informed informs hint hinted hints imply implied implies ' +
    'apologize apologized apologizes refuse declined decline declines interview speech letter comments ' +
    'remarks words'
  ).split(' '),
);
