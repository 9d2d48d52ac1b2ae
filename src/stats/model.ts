/** What the graph holds of what lists show; entities of superseded records count too. */
export interface Counts {
  readonly articles: number;
  readonly statements: number;
  readonly entities: number;
  readonly mentions: number;
  readonly relations: number;
}
