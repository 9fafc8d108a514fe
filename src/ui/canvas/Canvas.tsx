import '@xyflow/react/dist/base.css';
import './canvas.css';
import {
  applyNodeChanges,
  Background,
  BackgroundVariant,
  type NodeChange,
  type NodeTypes,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
  ViewportPortal,
} from '@xyflow/react';
import { type MouseEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { endName, type Scene } from '../../layout/scene.ts';
import { EXTERNALS } from '../../layout/sizes.ts';
import { nameOf } from '../../model/plan.ts';
import { focusOf } from '../../store/focus.ts';
import { itemsSelection, type Selection } from '../../store/selection.ts';
import { useWorkspace, workspace } from '../../store/workspace.ts';
import { useT } from '../messages/translate.ts';
import { CanvasMenu, type MenuRequest, menuSubject, selectionOf } from './CanvasMenu.tsx';
import { CarriedRow } from './CarriedRow.tsx';
import { useCanvas } from './canvas-state.ts';
import { DetailLevel } from './DetailLevel.tsx';
import { EdgeLayer } from './EdgeLayer.tsx';
import { ExternalsNode } from './ExternalsNode.tsx';
import { GateLayer } from './GateLayer.tsx';
import { HostNode } from './HostNode.tsx';
import { type CanvasNode, nodesOf } from './nodes.ts';
import { showScene } from './scene-now.ts';
import { ToolHint } from './ToolHint.tsx';
import { openInspector, useCanvasKeys } from './use-canvas-keys.ts';
import { useNodeDrag } from './use-node-drag.ts';
import { useNodeNames } from './use-node-names.ts';
import { usePaletteDrop } from './use-palette-drop.ts';
import { SceneContext } from './use-resize.ts';
import { useScene, useSeveralText } from './use-scene.ts';
import { useTools } from './use-tools.ts';
import { useView } from './use-view.ts';
import { ViewControls } from './ViewControls.tsx';
import { ZoneNode } from './ZoneNode.tsx';

const nodeTypes: NodeTypes = { zone: ZoneNode, host: HostNode, externals: ExternalsNode };
const SNAP: [number, number] = [4, 4];
/** With more cards than this, only those in view are drawn. */
const MANY_NODES = 200;
const MIDDLE_AND_RIGHT = [1, 2];

/** The canvas: the plan as zones, cards, lines and gates, and everything one can do to it by hand. */
export default function Canvas() {
  return (
    <ReactFlowProvider>
      <Surface />
    </ReactFlowProvider>
  );
}

/** What is selected as nodes; anything else (an edge, a gate) leaves every node plain. */
function selectedIds(selection: Selection): ReadonlySet<string> {
  return new Set(selection.kind === 'items' ? [...selection.zones, ...selection.hosts] : []);
}

function Surface() {
  const t = useT();
  const scene = useScene();
  const latest = useRef<Scene>(scene);
  latest.current = scene;
  useEffect(() => showScene(scene), [scene]);
  const plan = useWorkspace((state) => state.plan);
  const tool = useWorkspace((state) => state.tool);
  const placing = useWorkspace((state) => state.placing);
  const several = useSeveralText();
  const names = useNodeNames();
  const { nodes, setNodes, reset } = useNodes(scene, names);
  const drag = useNodeDrag(latest, several, reset);
  const tools = useTools(latest);
  const drop = usePaletteDrop(latest);
  const onKeyDown = useCanvasKeys(latest);
  useView(latest);
  useFocus();

  const onNodesChange = useCallback(
    (changes: NodeChange<CanvasNode>[]) => {
      const selected = new Set(selectedIds(workspace.getState().selection));
      let touched = false;
      for (const change of changes) {
        if (change.type !== 'select' || change.id === EXTERNALS) continue;
        touched = true;
        if (change.selected) selected.add(change.id);
        else selected.delete(change.id);
      }
      if (touched) {
        const { zones } = latest.current.whole;
        const ids = [...selected];
        workspace
          .getState()
          .select(itemsSelection({ zones: ids.filter((id) => zones.has(id)), hosts: ids.filter((id) => !zones.has(id)) }));
      }
      const rest = changes.filter((change) => change.type !== 'select' && change.type !== 'remove');
      if (rest.length > 0) setNodes((current) => applyNodeChanges(rest, current));
    },
    [setNodes],
  );

  const shown = drag.live ?? scene;
  const nameById = useCallback((id: string) => endName(plan, id, t('canvas.externals')), [plan, t]);
  const zoneName = useCallback(
    (id: string) => nameOf(plan.zones.find((zone) => zone.id === id) ?? latest.current.implicit ?? { id }),
    [plan],
  );
  const context = useMemo(() => latest, []);
  const selecting = tool === 'select' && !placing;
  const [menu, setMenu] = useState<MenuRequest | null>(null);
  const onMenu = useCallback((event: MouseEvent, node: CanvasNode) => {
    const row = event.target instanceof Element ? event.target.closest('[data-component]') : null;
    const subject = menuSubject(node, row?.getAttribute('data-component') ?? null);
    if (!subject) return;
    event.preventDefault();
    workspace.getState().select(selectionOf(subject));
    setMenu({ subject, ...menuPoint(event) });
  }, []);
  const onDoubleClick = useCallback((event: MouseEvent) => {
    const { tool: current, placing: part } = workspace.getState();
    if (current === 'select' && !part && !(event.target instanceof Element && event.target.closest('.zone-fold'))) openInspector();
  }, []);
  const panning = tool === 'pan';
  return (
    <SceneContext value={context}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the nodes, gates and labels inside are the things with roles; this only catches what bubbles up */}
      <div
        className="canvas"
        data-tool={tool}
        data-placing={placing ? true : undefined}
        onKeyDown={onKeyDown}
        {...drop}
        onPointerDown={tools.onPointerDown}
        onPointerMove={tools.onPointerMove}
        onPointerUp={tools.onPointerUp}
        onPointerCancel={tools.onPointerCancel}
      >
        <ReactFlow<CanvasNode>
          nodes={nodes}
          nodeTypes={nodeTypes}
          onNodesChange={onNodesChange}
          onNodeDragStart={drag.onNodeDragStart}
          onNodeDrag={drag.onNodeDrag}
          onNodeDragStop={drag.onNodeDragStop}
          onNodeContextMenu={onMenu}
          onNodeDoubleClick={onDoubleClick}
          onPaneClick={() => selecting && workspace.getState().select({ kind: 'none' })}
          nodesDraggable={selecting}
          nodesConnectable={false}
          nodesFocusable
          elementsSelectable={selecting}
          elevateNodesOnSelect={false}
          selectNodesOnDrag
          selectionOnDrag={selecting}
          selectionMode={SelectionMode.Full}
          panOnDrag={panning ? true : MIDDLE_AND_RIGHT}
          panOnScroll
          zoomOnDoubleClick={false}
          deleteKeyCode={null}
          disableKeyboardA11y
          multiSelectionKeyCode={['Shift', 'Meta', 'Control']}
          snapToGrid
          snapGrid={SNAP}
          minZoom={0.05}
          maxZoom={2.5}
          nodeDragThreshold={3}
          onlyRenderVisibleElements={nodes.length > MANY_NODES}
          autoPanOnNodeDrag
          aria-label={t('canvas.label')}
        >
          <Background variant={BackgroundVariant.Dots} gap={20} size={1.5} />
          <EdgeLayer edges={shown.edges} names={nameById} faded={drag.faded} />
          <GateLayer gates={shown.gates} zoneName={zoneName} faded={drag.faded} />
          <Sketch />
        </ReactFlow>
        <ViewControls />
        <ToolHint />
        <DetailLevel />
        <CarriedRow />
        {menu && <CanvasMenu request={menu} onClose={() => setMenu(null)} />}
      </div>
    </SceneContext>
  );
}

/** The nodes as React Flow moves them, made anew from the scene whenever that changes. */
function useNodes(scene: Scene, names: ReturnType<typeof useNodeNames>) {
  const plan = useWorkspace((state) => state.plan);
  const selection = useWorkspace((state) => state.selection);
  const selected = useMemo(() => selectedIds(selection), [selection]);
  const [state, setState] = useState(() => ({ plan, scene, selected, names, nodes: nodesOf(plan, scene, selected, names) }));
  let current = state;
  if (state.plan !== plan || state.scene !== scene || state.selected !== selected || state.names !== names) {
    const before = new Map(state.nodes.map((node) => [node.id, node]));
    current = { plan, scene, selected, names, nodes: nodesOf(plan, scene, selected, names, before) };
    setState(current);
  }
  const setNodes = useCallback(
    (change: (nodes: CanvasNode[]) => CanvasNode[]) => setState((now) => ({ ...now, nodes: change(now.nodes) })),
    [],
  );
  /** Takes back where the pointer has dragged things. */
  const reset = useCallback(() => setState((now) => ({ ...now, nodes: nodesOf(now.plan, now.scene, now.selected, now.names) })), []);
  return { nodes: current.nodes, setNodes, reset };
}

/** Where a menu opens: at the pointer, and below the top left corner of the thing where the keyboard asked for it. */
function menuPoint(event: MouseEvent): { x: number; y: number } {
  const { left, top } = event.currentTarget.getBoundingClientRect();
  return event.clientX === 0 && event.clientY === 0 ? { x: left + 24, y: top + 32 } : { x: event.clientX, y: event.clientY };
}

/** Tells cards, lines and gates what the selection lights. */
function useFocus(): void {
  const analysis = useWorkspace((state) => state.analysis);
  const selection = useWorkspace((state) => state.selection);
  useEffect(() => {
    useCanvas.setState({ focus: focusOf({ analysis, selection }) });
  }, [analysis, selection]);
}

/** What the tools draw before it is part of the plan. */
function Sketch() {
  const sketch = useCanvas((state) => state.sketch);
  const line = useCanvas((state) => state.line);
  if (!sketch && !line) return null;
  return (
    <ViewportPortal>
      {sketch && (
        <div
          className="sketch"
          style={{ transform: `translate(${sketch.x}px, ${sketch.y}px)`, width: sketch.width, height: sketch.height }}
        />
      )}
      {line && (
        <svg className="link-line" aria-hidden="true">
          <line {...line} />
        </svg>
      )}
    </ViewportPortal>
  );
}
