import type { Query } from '../graph/database.ts';

/* Taking away what leads from mentions and statements, by their ids, to entities; links to others follow. */

export const UNLINK_REFERENTS: Query = {
  name: 'ingest.unlinkReferents',
  text: 'UNWIND $rows AS id MATCH (:Mention {id: id})-[way:REFERS_TO]->(:Entity) DELETE way',
};

export const UNLINK_LITERALS: Query = {
  name: 'ingest.unlinkLiterals',
  text: 'UNWIND $rows AS id MATCH (:Mention {id: id})-[way:LITERALLY]->(:Entity) DELETE way',
};

export const UNLINK_SPEAKERS: Query = {
  name: 'ingest.unlinkSpeakers',
  text: 'UNWIND $rows AS id MATCH (:Statement {id: id})-[way:SAID_BY]->(:Entity) DELETE way',
};

export const UNLINK_SPEAKING_AS: Query = {
  name: 'ingest.unlinkSpeakingAs',
  text: 'UNWIND $rows AS id MATCH (:Statement {id: id})-[way:SPEAKING_AS]->(:Entity) DELETE way',
};

export const UNLINK_BEHALF: Query = {
  name: 'ingest.unlinkBehalf',
  text: 'UNWIND $rows AS id MATCH (:Statement {id: id})-[way:ON_BEHALF_OF]->(:Entity) DELETE way',
};

export const UNLINK_ADDRESSEES: Query = {
  name: 'ingest.unlinkAddressees',
  text: 'UNWIND $rows AS id MATCH (:Statement {id: id})-[way:TOLD_TO]->(:Entity) DELETE way',
};

export const UNLINK_SUBJECTS: Query = {
  name: 'ingest.unlinkSubjects',
  text: 'UNWIND $rows AS id MATCH (:Statement {id: id})-[way:ABOUT]->(:Entity) DELETE way',
};

export const UNLINK_MENTIONED: Query = {
  name: 'ingest.unlinkMentioned',
  text: 'UNWIND $rows AS id MATCH (:Statement {id: id})-[way:MENTIONS]->(:Entity) DELETE way',
};

export const UNLINK_NAMED_AS: Query = {
  name: 'ingest.unlinkNamedAs',
  text: 'UNWIND $rows AS id MATCH (:Statement {id: id})-[way:NAMED_AS]->(:Mention) DELETE way',
};
