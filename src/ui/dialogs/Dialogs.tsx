import { lazy, Suspense } from 'react';
import { RevisionsDialog } from '../library/RevisionsDialog.tsx';
import { AcceptDialog } from './AcceptDialog.tsx';
import { CommandPalette } from './CommandPalette.tsx';
import { HostListDialog } from './HostListDialog.tsx';
import { useDialog } from './open-dialog.ts';
import { PasteDialog } from './PasteDialog.tsx';
import { PdfDialog } from './PdfDialog.tsx';
import { PictureDialog } from './PictureDialog.tsx';
import { RequirementDialog } from './RequirementDialog.tsx';
import { SealedDialog } from './SealedDialog.tsx';
import { ShareDialog } from './ShareDialog.tsx';
import { ShortcutsDialog } from './ShortcutsDialog.tsx';
import { StrangerDialog } from './StrangerDialog.tsx';
import { WaiveDialog } from './WaiveDialog.tsx';

/** Knows every style of firewall: only who asks for a configuration loads it. */
const ConfigurationDialog = lazy(() => import('./ConfigurationDialog.tsx'));
/** Knows every column of the sheets. */
const SheetDialog = lazy(() => import('./SheetDialog.tsx'));

/** The open dialog. Loaded when the first one opens. */
export default function Dialogs() {
  const open = useDialog((state) => state.open);
  switch (open?.kind) {
    case 'commands':
      return <CommandPalette />;
    case 'share':
      return <ShareDialog />;
    case 'paste':
      return <PasteDialog />;
    case 'sealed':
      return <SealedDialog link={open.link} />;
    case 'revisions':
      return <RevisionsDialog />;
    case 'shortcuts':
      return <ShortcutsDialog />;
    case 'stranger':
      return <StrangerDialog />;
    case 'hostList':
      return <HostListDialog text={open.text} />;
    case 'requirement':
      return <RequirementDialog />;
    case 'csv':
      return (
        <Suspense fallback={null}>
          <SheetDialog />
        </Suspense>
      );
    case 'picture':
      return <PictureDialog />;
    case 'pdf':
      return <PdfDialog />;
    case 'configuration':
      return (
        <Suspense fallback={null}>
          <ConfigurationDialog firewall={open.firewall} />
        </Suspense>
      );
    case 'accept':
      return <AcceptDialog finding={open.finding} />;
    case 'waive':
      return <WaiveDialog flow={open.flow} />;
    case undefined:
      return null;
  }
}
