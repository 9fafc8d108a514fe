import './model/jitless.ts';
import './trusted-types.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { wantedLanguage } from './store/preferences.ts';
import { App } from './ui/App.tsx';
import { speak } from './ui/messages/languages.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element #root');
const page = createRoot(root);
const draw = () =>
  page.render(
    <StrictMode>
      <App />
    </StrictMode>,
  );

// Nothing is drawn in one language to be drawn again in another. Not awaited at the top: the bundler would cut the first load into many parts.
const language = wantedLanguage();
if (language === 'en') draw();
else void speak(language).finally(draw);
