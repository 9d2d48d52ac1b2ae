/** A worked query that GraphiQL opens as a tab. The tab's title is the query's operation name. */
export interface Example {
  readonly name: string;
  /** Starts with a one-line `#` comment. */
  readonly query: string;
}

export const EXAMPLES: readonly Example[] = [
  {
    name: 'AboutBiden',
    query: `# Who spoke about Biden, and to which outlet?
query AboutBiden {
  statements(where: { about: [{ name: "Biden" }] }, first: 20) {
    nodes {
      saidBy { speakers { name } speakingAs { name } }
      kind
      quote
      content
      addressee { state text entities { name } }
      publishedAt
    }
  }
}
`,
  },
];
