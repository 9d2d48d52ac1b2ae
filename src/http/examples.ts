/** A worked query that GraphiQL opens as a tab. The tab's title is the query's operation name. */
export interface Example {
  readonly name: string;
  /** Starts with a one-line `#` comment. */
  readonly query: string;
}

/** Questions about the bundled article; the first is the one that the server's banner offers. */
export const EXAMPLES: readonly Example[] = [
  {
    name: 'AboutBiden',
    query: `# Who spoke about Biden, and to which outlet?
query AboutBiden {
  statements(where: { about: [{ name: "Biden" }] }, orderBy: TEXT_POSITION, first: 20) {
    totalCount
    nodes {
      saidBy { speakers { name } speakingAs { name } mention { exact antecedent { exact } } }
      kind
      quote
      content
      addressee { state text carried entities { name } }
      article { title publishedAt outlet { name } }
    }
  }
}
`,
  },
  {
    name: 'ToldToIzvestia',
    query: `# What was one paper told, by whom, and in which office?
query ToldToIzvestia {
  entity(by: { name: "Izvestia" }) {
    name
    statementsReceived(orderBy: TEXT_POSITION, first: 20) {
      totalCount
      nodes {
        saidBy { speakers { name } speakingAs { name } cue }
        addressee { text carried }
        acts
        content
      }
    }
  }
}
`,
  },
  {
    name: 'ExactWords',
    query: `# What exactly did Dzhabarov say about Biden in March? His own words first, then what is told in other words.
query ExactWords {
  quoted: statements(
    where: {
      saidBy: [{ name: "Dzhabarov" }]
      about: [{ name: "Biden" }]
      datedBetween: "2021-03"
      kind: [DIRECT, MIXED]
    }
    orderBy: TEXT_POSITION
  ) {
    nodes { kind acts quote ...Words }
  }
  paraphrased: statements(
    where: {
      saidBy: [{ name: "Dzhabarov" }]
      about: [{ name: "Biden" }]
      datedBetween: "2021-03"
      kind: [INDIRECT]
    }
    orderBy: TEXT_POSITION
  ) {
    nodes { kind acts content ...Words }
  }
}

fragment Words on Statement {
  evidence(roles: [CONTENT]) { order exact start end verdict }
}
`,
  },
  {
    name: 'SaidThatPutinSaid',
    query: `# Who says that Putin said something? Each chain runs from the outermost speaker to him.
query SaidThatPutinSaid {
  statements(where: { saidBy: [{ name: "Putin" }], not: { depth: 0 } }, orderBy: TEXT_POSITION) {
    nodes {
      chain {
        saidBy { speakers { name } cue mention { exact } }
        addressee { entities { name } }
        content
        evidence(roles: [SOURCE, CUE, CONTENT]) { role exact start end }
      }
    }
  }
}
`,
  },
  {
    name: 'InOrderOfTime',
    query: `# What did Biden say or leave unsaid about Putin and his offers, in order of time?
query InOrderOfTime {
  entity(by: { name: "Biden" }) {
    name
    statements(orderBy: DATE_ASC) {
      nodes {
        saidAt
        publishedAt
        acts
        content
        aboutStatements { saidBy { speakers { name } } acts content }
      }
    }
  }
}
`,
  },
  {
    name: 'WhoSpeaksAboutWhom',
    query: `# Who speaks about whom most this year? Each cell opens its statements; then how much of it is quoted.
query WhoSpeaksAboutWhom {
  quoteMatrix(where: { datedBetween: "2021" }, rows: 10, columns: 5) {
    rows { entity { __typename name } count }
    columns { entity { name } count }
    cells {
      row { name }
      column { name }
      count
      statements(first: 1) { totalCount nodes { kind content } }
    }
    truncated
  }
  statementFacets(where: { datedBetween: "2021" }, by: [KIND, MONTH, ADDRESSEE]) {
    by
    buckets { value entity { name } count }
    other
    missing
    total
  }
}
`,
  },
  {
    name: 'MostWordsAboutBiden',
    query: `# Who is given most words about Biden? By speaker, office, outlet and month; what several articles carry counts once.
query MostWordsAboutBiden {
  statementFacets(
    where: { about: [{ name: "Biden" }] }
    by: [SPEAKER, POSITION, OUTLET, MONTH]
    first: 5
    distinct: true
  ) {
    by
    buckets { value entity { name } count share words wordShare }
    other
    missing
    total
    words
  }
}
`,
  },
  {
    name: 'WhoHeldWhichOffice',
    query: `# Who held which office on a day? Where no dates are told, the dates of the articles bound it.
query WhoHeldWhichOffice {
  entities(types: [POSITION], first: 50) {
    nodes {
      name
      ... on Position {
        of { name }
        onTheDay: holders(asOf: "2021-03-22") {
          holder { name }
          relation { attestedFrom attestedUntil evidence { exact } }
        }
        aYearLater: holders(asOf: "2022-03-22") { holder { name } }
      }
    }
  }
}
`,
  },
  {
    name: 'CityOrState',
    query: `# What did Moscow say, and what Washington? The city apart from the state that its name may stand for.
query CityOrState {
  moscow: entity(by: { qid: "Q649" }) { ...Capital }
  russianOfficials: statements(where: { saidByGroup: [{ name: "Russia" }], depth: 0 }) { ...Officials }
  washington: entity(by: { qid: "Q61" }) { ...Capital }
  americanOfficials: statements(where: { saidByGroup: [{ name: "US" }], depth: 0 }) { ...Officials }
}

fragment Capital on Place {
  name
  asTheCity: mentions { totalCount nodes { exact start end } }
  asTheState: metonymicMentions { totalCount nodes { exact start end entities { name } } }
  statements { totalCount }
  country { name statements { totalCount nodes { content within { saidBy { speakers { name } } } } } }
}

fragment Officials on StatementConnection {
  totalCount
  nodes { saidBy { speakers { name } speakingAs { name } } kind content }
}
`,
  },
  {
    name: 'NewAboutBiden',
    query: `# What is new about Biden? Ask again with \`after: endCursor\`, and only what came in since is in the answer.
query NewAboutBiden {
  statements(where: { about: [{ name: "Biden" }] }, orderBy: RECORDED_AT_ASC, first: 100) {
    nodes { recordedAt saidBy { speakers { name } } content }
    pageInfo { hasNextPage endCursor }
  }
}
`,
  },
  {
    name: 'AntonovsOffices',
    query: `# Which offices does Antonov hold, from where was he recalled, and where does the article say so?
query AntonovsOffices {
  entity(by: { name: "Antonov" }) {
    name
    ... on Person {
      positions {
        position { name of { name } accreditedTo { name } }
        from
        until
        relation { evidence { exact start end } }
      }
    }
    relations(types: [RECALLED_FROM, RECALLED_TO], direction: OUT) {
      nodes { type to { name } evidence { exact start end } claimedIn { content } }
    }
  }
}
`,
  },
  {
    name: 'TreatyAndItsParties',
    query: `# Who is party to New START, and what exactly was said about it? Quotations first, then other words.
query TreatyAndItsParties {
  entity(by: { name: "New START" }) {
    name
    aliases
    ... on Treaty {
      parties { name headsOfState { name } }
    }
    quoted: statementsAbout(where: { kind: [DIRECT, MIXED] }) { totalCount nodes { quote } }
    paraphrased: statementsAbout(where: { kind: [INDIRECT] }) {
      totalCount
      nodes {
        saidBy { speakers { name } speakingAs { name of { name } } }
        content
        addressee { entities { name } }
        about { name }
      }
    }
  }
}
`,
  },
  {
    name: 'FromSenatorToTreaty',
    query: `# From Dzhabarov to the bodies he sits in, to the country, to its treaties, to who else spoke about them.
query FromSenatorToTreaty {
  entity(by: { name: "Dzhabarov" }) {
    name
    relations(types: [MEMBER_OF], direction: OUT) {
      nodes {
        type
        evidence { exact }
        to {
          name
          ... on Organization {
            partOf { name }
            country {
              name
              treaties {
                name
                parties { name }
                statementsAbout(where: { not: { saidBy: [{ name: "Dzhabarov" }] } }) {
                  nodes { saidBy { speakers { name } speakingAs { name } } content }
                }
              }
            }
          }
        }
      }
    }
  }
}
`,
  },
  {
    name: 'WaysToTheTreaty',
    query: `# How does Antonov come to New START, and what is around it? By relations, and by who spoke about whom.
query WaysToTheTreaty {
  paths(from: { name: "Antonov" }, to: { name: "New START" }, maxHops: 4, first: 3) {
    truncated
    paths { length steps { ...Step } }
  }
  neighborhood(of: { name: "New START" }, hops: 1) {
    truncated
    nodes { name }
    edges { ...Step }
  }
}

fragment Step on PathStepEdge {
  from { name }
  to { name }
  relation { type evidence { exact } claimedIn { saidBy { speakers { name } } } }
  statement { content saidBy { speakers { name } } article { publishedAt } }
}
`,
  },
  {
    name: 'MarkedPlaces',
    query: `# Where in an article does each statement stand? Offsets count code points; JavaScript slices by the UTF-16 pair.
query MarkedPlaces {
  articles(first: 1) {
    nodes {
      title
      publishedAt
      text
      statements(first: 50) {
        nodes {
          saidBy { speakers { name } }
          evidence { role order exact start end startUtf16 endUtf16 verdict }
        }
      }
    }
  }
}
`,
  },
  {
    name: 'DidAnyoneSayIt',
    query: `# Did anyone say it, who, where, and how was it altered? One quotation as printed, one changed, one made up.
query DidAnyoneSayIt {
  asPrinted: findQuote(
    text: "If you want peace, you shouldn't be afraid to resolve controversial issues publicly"
  ) { ...Check }
  changed: findQuote(text: "Unfortunately, Biden is ready for an open and direct dialogue", first: 1) { ...Check }
  madeUp: findQuote(text: "Nothing of the kind will ever be on our table") { ...Check }
}

fragment Check on QuoteCheck {
  verdict
  matches {
    similarity
    negationChanged
    diff { op text }
    statement { saidBy { speakers { name } } kind article { publishedAt url } }
  }
}
`,
  },
  {
    name: 'SearchByWords',
    query: `# Where do these words stand? Words, "phrases" and beginnings of words with a star; all must be there.
query SearchByWords {
  search(query: "nuclear pow*", first: 10) {
    nodes {
      score
      highlights { field snippet start end }
      node {
        __typename
        ... on Entity { name }
        ... on Statement { saidBy { speakers { name } } content }
        ... on Article { publishedAt }
      }
    }
    pageInfo { hasNextPage endCursor }
  }
}
`,
  },
];
