import './model/jitless.ts';
import './trusted-types.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { wantedLanguage } from './store/preferences.ts';
import { App } from './ui/App.tsx';
import { speak } from './ui/messages/languages.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element #root');
// Nothing is drawn in one language to be drawn again in another.
const language = wantedLanguage();
if (language !== 'en') await speak(language);
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
