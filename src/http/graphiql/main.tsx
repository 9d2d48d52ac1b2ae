import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './page.css';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';
import type { Example } from '../examples.ts';
import { storageFor } from './storage.ts';

/** Without examples GraphiQL still works, with its own opening text. */
async function fetchExamples(): Promise<readonly Example[]> {
  try {
    const response = await fetch(`${import.meta.env.BASE_URL}examples.json`);
    return response.ok ? ((await response.json()) as readonly Example[]) : [];
  } catch {
    return [];
  }
}

const examples = await fetchExamples();
const fetcher = createGraphiQLFetcher({ url: location.pathname });
const tabs = examples.map(({ query }) => ({ query }));

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no #root.');
createRoot(root).render(
  <GraphiQL
    fetcher={fetcher}
    storage={storageFor(JSON.stringify(examples))}
    {...(tabs.length > 0 ? { defaultTabs: tabs } : {})}
  />,
);
