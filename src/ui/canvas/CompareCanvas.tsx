import '@xyflow/react/dist/base.css';
import './canvas.css';
import { Background, BackgroundVariant, type NodeTypes, ReactFlow, ReactFlowProvider } from '@xyflow/react';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { Analysis } from '../../engine/result.ts';
import { endName, refined, refining, type Scene, sceneOf } from '../../layout/scene.ts';
import { collapsedZones, withCollapsed } from '../../model/edits/collapse.ts';
import { nameOf, type Plan } from '../../model/plan.ts';
import { useWorkspace } from '../../store/workspace.ts';
import { useT } from '../messages/translate.ts';
import { type Marks, useCanvas } from './canvas-state.ts';
import { DetailLevel } from './DetailLevel.tsx';
import { EdgeLayer } from './EdgeLayer.tsx';
import { ExternalsNode } from './ExternalsNode.tsx';
import { GateLayer } from './GateLayer.tsx';
import { HostNode } from './HostNode.tsx';
import { nodesOf } from './nodes.ts';
import { useNodeNames } from './use-node-names.ts';
import { SceneContext } from './use-resize.ts';
import { useSeveralText } from './use-scene.ts';
import { useView } from './use-view.ts';
import { ViewControls } from './ViewControls.tsx';
import { ZoneNode } from './ZoneNode.tsx';

const nodeTypes: NodeTypes = { zone: ZoneNode, host: HostNode, externals: ExternalsNode };
const NOBODY: ReadonlySet<string> = new Set();

/** Two plans as one drawing, to look at: nothing in it can be moved or changed. */
export default function CompareCanvas(props: { plan: Plan; analysis: Analysis; marks: Marks }) {
  return (
    <ReactFlowProvider>
      <Drawing {...props} />
    </ReactFlowProvider>
  );
}

/** What has changed is never hidden: collapsed zones are drawn with their content. */
function Drawing({ plan: compared, analysis, marks }: { plan: Plan; analysis: Analysis; marks: Marks }) {
  const plan = useMemo(() => withCollapsed(compared, collapsedZones(compared), false), [compared]);
  const t = useT();
  const shown = useWorkspace((state) => state.shown);
  const several = useSeveralText();
  const names = useNodeNames();
  const scene = useMemo(() => {
    const draft = sceneOf(plan, analysis, shown, several);
    return draft.coarse.size > 0 ? refined(draft, new Map(refining(draft)), several) : draft;
  }, [plan, analysis, shown, several]);
  const latest = useRef<Scene>(scene);
  latest.current = scene;
  const nodes = useMemo(() => {
    const marked = {
      ...names,
      host: (host: Parameters<typeof names.host>[0], zone: string) => {
        const mark = marks.hosts.get(host.id);
        return mark ? `${names.host(host, zone)}, ${t(`compare.${mark}`)}` : names.host(host, zone);
      },
    };
    return nodesOf(plan, scene, NOBODY, marked).map((node) => ({ ...node, draggable: false, selectable: false }));
  }, [plan, scene, names, marks, t]);
  useView(latest);
  useEffect(() => {
    useCanvas.setState({ marks });
    return () => useCanvas.setState({ marks: null });
  }, [marks]);
  const nameById = useCallback((id: string) => endName(plan, id, t('canvas.externals')), [plan, t]);
  const zoneName = useCallback(
    (id: string) => nameOf(plan.zones.find((zone) => zone.id === id) ?? scene.implicit ?? { id }),
    [plan, scene],
  );
  return (
    <SceneContext value={latest}>
      <div className="canvas" data-comparing>
        <ReactFlow
          nodes={nodes}
          nodeTypes={nodeTypes}
          nodesDraggable={false}
          nodesConnectable={false}
          nodesFocusable
          elementsSelectable={false}
          deleteKeyCode={null}
          disableKeyboardA11y
          panOnScroll
          zoomOnDoubleClick={false}
          minZoom={0.05}
          maxZoom={2.5}
          aria-label={t('compare.canvas')}
        >
          <Background variant={BackgroundVariant.Dots} gap={20} size={1.5} />
          <EdgeLayer edges={scene.edges} names={nameById} faded={false} />
          <GateLayer gates={scene.gates} zoneName={zoneName} faded={false} />
        </ReactFlow>
        <ViewControls />
        <DetailLevel />
      </div>
    </SceneContext>
  );
}
