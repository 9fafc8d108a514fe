import { Languages, Moon, Sun } from 'lucide-react';
import { type Language, type Theme, useWorkspace, workspace } from '../../store/workspace.ts';
import { speak } from '../messages/languages.ts';
import { useT } from '../messages/translate.ts';
import { IconButton } from '../parts/Button.tsx';
import { Menu, MenuChoice } from '../parts/Menu.tsx';
import { useDark } from '../theme.ts';

/** The language of the page. Every language names itself. */
export function LanguageButton() {
  const t = useT();
  const language = useWorkspace((state) => state.language);
  return (
    <Menu trigger={<IconButton icon={Languages} label={t('topbar.language')} />}>
      <MenuChoice
        value={language}
        options={[
          { value: 'en', label: 'English' },
          { value: 'de', label: 'Deutsch' },
        ]}
        onChange={(value) => void speak(value as Language)}
      />
    </Menu>
  );
}

/** Light, dark, or as the system says. */
export function ThemeButton() {
  const t = useT();
  const theme = useWorkspace((state) => state.theme);
  const dark = useDark();
  return (
    <Menu trigger={<IconButton icon={dark ? Sun : Moon} label={t('topbar.theme')} />}>
      <MenuChoice
        value={theme}
        options={[
          { value: 'light', label: t('theme.light') },
          { value: 'dark', label: t('theme.dark') },
          { value: 'system', label: t('theme.system') },
        ]}
        onChange={(value) => workspace.getState().setTheme(value as Theme)}
      />
    </Menu>
  );
}
