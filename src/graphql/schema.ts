import './scalars.ts';
import './node.ts';
import '../entity/graphql.ts';
import '../evidence/graphql.ts';
import '../relation/graphql.ts';
import '../country/graphql.ts';
import '../place/graphql.ts';
import '../organization/graphql.ts';
import '../person/graphql.ts';
import '../position/graphql.ts';
import '../treaty/graphql.ts';
import '../event/graphql.ts';
import '../article/graphql.ts';
import '../unnamed-source/graphql.ts';
import '../mention/graphql.ts';
import '../statement/graphql.ts';
import '../statement/graphql-lists.ts';
import '../path/graphql.ts';
import '../facet/graphql.ts';
import '../timeline/graphql.ts';
import '../co-quotation/graphql.ts';
import '../decision/graphql.ts';
import '../search/graphql.ts';
import '../search/graphql-quote.ts';
import '../stats/graphql.ts';
import { builder } from './builder.ts';

/** Every concept registers its types when it is imported; here they become one schema. */
export const schema = builder.toSchema();
