import {
  BrickWallShield,
  ClipboardPaste,
  Command,
  Compass,
  Download,
  FileJson,
  FileSpreadsheet,
  FileText,
  FolderOpen,
  GitCompareArrows,
  Hand,
  History,
  House,
  Image as ImageIcon,
  Keyboard,
  Languages,
  LayoutGrid,
  Link2,
  ListPlus,
  Maximize,
  MousePointer2,
  PanelBottom,
  PanelLeft,
  PanelRight,
  Redo2,
  Route,
  Search,
  Server,
  Share2,
  SquareDashed,
  SunMoon,
  Table2,
  Undo2,
} from 'lucide-react';
import { useComparing } from '../../store/comparing.ts';
import { NOTHING } from '../../store/selection.ts';
import { type Tool, workspace } from '../../store/workspace.ts';
import { openDialog } from '../dialogs/open-dialog.ts';
import { focusTables } from '../dock/focus-tables.ts';
import { startGuide } from '../guide/guide-state.ts';
import { speak } from '../messages/languages.ts';
import { showPlans, showStart } from '../start/start-view.ts';
import type { Action } from './action.ts';
import { drawing } from './drawing.ts';
import { blankPlan, downloadAnalysis, downloadPlan, openFile } from './files.ts';
import { placeHost } from './place-part.ts';
import { selectionActions } from './selection-actions.ts';

const state = () => workspace.getState();

function tool(id: Tool, icon: Action['icon'], key: string): Action {
  return { id: `tool.${id}`, label: `tool.${id}`, icon, keys: [key], enabled: drawing, perform: () => state().setTool(id) };
}

/** The drawing tools, in the order of the top bar. */
export const tools: readonly (Action & { readonly tool: Tool })[] = [
  { ...tool('select', MousePointer2, 'v'), tool: 'select' },
  { ...tool('pan', Hand, 'h'), tool: 'pan' },
  { ...tool('zone', SquareDashed, 'z'), tool: 'zone' },
  { ...tool('host', Server, 'n'), tool: 'host' },
  { ...tool('boundary', BrickWallShield, 'b'), tool: 'boundary' },
  { ...tool('link', Link2, 'l'), tool: 'link' },
];

/** Moves the keyboard to the search of the palette, opening the panel where it is closed. */
export function focusSearch(): void {
  state().togglePanel('palette', true);
  window.dispatchEvent(new CustomEvent('portolan:search'));
}

export const undo: Action = {
  id: 'undo',
  label: 'action.undo',
  icon: Undo2,
  keys: ['$mod+z'],
  enabled: ({ past }) => past.length > 0 && drawing(),
  perform: () => state().undo(),
};
export const redo: Action = {
  id: 'redo',
  label: 'action.redo',
  icon: Redo2,
  keys: ['$mod+Shift+z', '$mod+y'],
  enabled: ({ future }) => future.length > 0 && drawing(),
  perform: () => state().redo(),
};
export const share: Action = { id: 'share', label: 'action.share', icon: Share2, perform: () => openDialog({ kind: 'share' }) };
export const commands: Action = {
  id: 'commands',
  label: 'action.commands',
  icon: Command,
  keys: ['$mod+k'],
  anywhere: true,
  perform: () => openDialog({ kind: 'commands' }),
};
export const exportPlan: Action = {
  id: 'export.plan',
  label: 'action.exportPlan',
  icon: Download,
  keys: ['$mod+s'],
  perform: downloadPlan,
};
export const exportJson: Action = {
  id: 'export.json',
  label: 'action.exportJson',
  icon: FileJson,
  enabled: ({ analysis }) => analysis !== null,
  perform: downloadAnalysis,
};
export const pdf: Action = {
  id: 'export.pdf',
  label: 'action.pdf',
  icon: FileText,
  enabled: ({ analysis, analysisState }) => analysis !== null && analysisState === 'current',
  perform: () => openDialog({ kind: 'pdf' }),
};
export const csv: Action = {
  id: 'export.csv',
  label: 'action.csv',
  icon: FileSpreadsheet,
  enabled: ({ analysis, analysisState }) => analysis !== null && analysisState === 'current',
  perform: () => openDialog({ kind: 'csv' }),
};
export const picture: Action = {
  id: 'export.picture',
  label: 'action.picture',
  icon: ImageIcon,
  enabled: ({ analysis, analysisState }) => analysis !== null && analysisState === 'current',
  perform: () => openDialog({ kind: 'picture' }),
};
export const configuration: Action = {
  id: 'export.configuration',
  label: 'action.configuration',
  icon: BrickWallShield,
  enabled: ({ analysis, analysisState }) => analysis !== null && analysisState === 'current',
  perform: () => openDialog({ kind: 'configuration', firewall: null }),
};
export const openPlanFile: Action = {
  id: 'open',
  label: 'action.openFile',
  icon: FolderOpen,
  keys: ['$mod+o'],
  anywhere: true,
  perform: () => void openFile(),
};
export const pasteLink: Action = {
  id: 'paste',
  label: 'action.pasteLink',
  icon: ClipboardPaste,
  anywhere: true,
  perform: () => openDialog({ kind: 'paste' }),
};
export const newPlan: Action = { id: 'blank', label: 'action.blank', icon: SquareDashed, anywhere: true, perform: blankPlan };
export const guide: Action = { id: 'guide', label: 'action.guide', icon: Compass, anywhere: true, perform: startGuide };
export const startPage: Action = { id: 'start', label: 'action.start', icon: House, perform: showStart };
export const revisions: Action = {
  id: 'revisions',
  label: 'action.revisions',
  icon: History,
  perform: () => openDialog({ kind: 'revisions' }),
};
export const compare: Action = {
  id: 'compare',
  label: 'action.compare',
  icon: GitCompareArrows,
  perform: () => useComparing.setState(({ open }) => ({ open: !open })),
};
export const showLibrary: Action = { id: 'plans', label: 'action.plans', icon: LayoutGrid, anywhere: true, perform: showPlans };
export const shortcuts: Action = {
  id: 'shortcuts',
  label: 'action.shortcuts',
  icon: Keyboard,
  keys: ['?'],
  anywhere: true,
  perform: () => openDialog({ kind: 'shortcuts' }),
};
export const panelActions: readonly Action[] = [
  { id: 'panel.palette', label: 'action.togglePalette', icon: PanelLeft, keys: ['['], perform: () => state().togglePanel('palette') },
  {
    id: 'panel.inspector',
    label: 'action.toggleInspector',
    icon: PanelRight,
    keys: [']'],
    perform: () => state().togglePanel('inspector'),
  },
  { id: 'panel.dock', label: 'action.toggleDock', icon: PanelBottom, keys: ['\\'], perform: () => state().togglePanel('dock') },
];

/** Every action, in the order of the command palette. */
export const allActions: readonly Action[] = [
  ...tools,
  undo,
  redo,
  ...selectionActions,
  { id: 'addHost', label: 'action.addHost', icon: Server, perform: placeHost },
  {
    id: 'hostList',
    label: 'action.hostList',
    icon: ListPlus,
    enabled: ({ plan }) => plan.zones.length > 0 && drawing(),
    perform: () => openDialog({ kind: 'hostList', text: '' }),
  },
  { id: 'addRequirement', label: 'requirement.add', icon: Route, perform: () => openDialog({ kind: 'requirement' }) },
  { id: 'fit', label: 'action.fit', icon: Maximize, keys: ['Shift+1'], perform: () => state().requestFit() },
  { id: 'search', label: 'action.search', icon: Search, keys: ['/'], perform: focusSearch },
  { id: 'tables', label: 'action.tables', icon: Table2, keys: ['t'], enabled: drawing, perform: focusTables },
  commands,
  exportPlan,
  exportJson,
  pdf,
  csv,
  picture,
  configuration,
  share,
  openPlanFile,
  pasteLink,
  newPlan,
  guide,
  startPage,
  showLibrary,
  revisions,
  compare,
  ...panelActions,
  {
    id: 'theme',
    label: 'action.theme',
    icon: SunMoon,
    anywhere: true,
    perform: () => state().setTheme(document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark'),
  },
  {
    id: 'language',
    label: 'action.language',
    icon: Languages,
    anywhere: true,
    perform: () => void speak(state().language === 'en' ? 'de' : 'en'),
  },
  shortcuts,
];

/** What Escape does: first the comparison, then the part being placed, then the tool, then the selection. */
export function stepBack(): void {
  const { placing, tool: current, selection, setPlacing, setTool, select } = state();
  if (useComparing.getState().open) useComparing.setState({ open: false });
  else if (placing) setPlacing(null);
  else if (current !== 'select') setTool('select');
  else if (selection.kind !== 'none') select(NOTHING);
}
